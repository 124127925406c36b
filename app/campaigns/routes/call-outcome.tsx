import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Card, Page } from '~/ui/page'
import { CallOutcomeForm } from '../call-outcome-form'
import { logCallOutcome } from '../call-outcomes.server'
import { takeNextAfter } from '../call-queue.server'
import { findOwnCall, listCardContacts } from '../calls.server'
import { OutcomeForm } from '../outcome-form'

export const meta = pageTitle('campaigns:outcome_title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  const call = await findOwnCall(db, viewer, idParam(params, 'callId'))
  if (!call) throw notFound()
  const people = await listCardContacts(db, call)
  return {
    call: { id: call.id, companyName: call.companyName },
    people: people.map(({ id, name, role }) => ({ id, name, role })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  const form = await parseForm(request, CallOutcomeForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const call = await findOwnCall(trx, viewer, idParam(params, 'callId'))
    if (!call) throw notFound()
    await logCallOutcome(trx, viewer, call, form.value)
    const to =
      form.value.afterwards === 'next' ? await takeNextAfter(trx, viewer, { id: call.campaignId }) : '/calls'
    return { to, toast: { text: 'campaigns:outcome_saved', undo: `/calls/${call.id}/undo` } }
  })
}

export default function CallOutcome() {
  const { t } = useText()
  const { call, people } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('campaigns:outcome_title')}
      lead={call.companyName}
      up={{ to: `/calls/${call.id}`, label: t('campaigns:back_to_card') }}
      narrow
    >
      <Card>
        <OutcomeForm callId={call.id} people={people} />
      </Card>
    </Page>
  )
}
