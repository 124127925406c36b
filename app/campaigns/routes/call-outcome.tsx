import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Notice, Page } from '~/ui/page'
import { toldAfter } from '../call-booking.server'
import { CallOutcomeForm } from '../call-outcome-form'
import { logCallOutcome } from '../call-outcomes.server'
import { takeNextAfter } from '../call-queue.server'
import { findOwnCall } from '../calls.server'
import { awayFromLoggedCall, findLoggedCall } from '../logged-call.server'
import { OutcomeForm } from '../outcome-form'
import { RecordingStep } from '../recording-step'
import { readWrapUp } from '../wrap-up.server'

export const meta = pageTitle('campaigns:outcome_title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  const callId = idParam(params, 'callId')
  const call = await findOwnCall(db, viewer, callId)
  if (!call) throw await awayFromLoggedCall(db, viewer, callId)
  return { companyName: call.companyName, ...(await readWrapUp(db, viewer, call)) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  const form = await parseForm(request, CallOutcomeForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const callId = idParam(params, 'callId')
    const call = await findOwnCall(trx, viewer, callId)
    if (!call) {
      orNotFound(await findLoggedCall(trx, viewer, callId))
      return form.conflict('calls:rule.already_logged')
    }
    const invited = await logCallOutcome(trx, viewer, call, form.value)
    const to =
      form.value.afterwards === 'next' ? await takeNextAfter(trx, viewer, { id: call.campaignId }) : '/calls'
    return { to, toast: { text: toldAfter(invited), undo: `/calls/${call.id}/undo` } }
  })
}

export default function CallOutcome() {
  const { t } = useText()
  const { call, companyName, open, recording } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('campaigns:outcome_title')}
      lead={companyName}
      up={
        open
          ? { to: `/calls/${call.id}`, label: t('campaigns:back_to_card') }
          : { to: '/calls', label: t('campaigns:my_calls') }
      }
    >
      {!open && <Notice tone="warn">{t('calls:card_closed')}</Notice>}
      <RecordingStep
        recording={recording}
        script={call.script}
        over={!open}
        action={`/calls/${call.id}/recording`}
      />
      <OutcomeForm key={call.id} call={call} action={`/calls/${call.id}/outcome`} />
    </Page>
  )
}
