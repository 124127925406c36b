import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { decideMatch } from '~/needs/match-decisions.server'
import { text } from '~/platform/fields'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Field } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { personAndNeed } from '../person-and-need.server'

export const meta = pageTitle('lists:leaving_out.title')

const LeavingOutForm = z.object({ reason: text(300) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.write')
  const { need, candidate } = await personAndNeed(viewer, params)
  return {
    need: { id: need.id, title: need.title },
    candidate: { id: candidate.id, number: candidate.number },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.write')
  const { need, candidate, about } = await personAndNeed(viewer, params)

  const form = await parseForm(request, LeavingOutForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    await decideMatch(trx, viewer, about, { decision: 'left_out', reason: form.value.reason })
    return { to: `/needs/${need.id}/people/${candidate.id}`, toast: { text: 'lists:leaving_out.done' } }
  })
}

export default function LeaveOut() {
  const { t } = useText()
  const { need, candidate } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('lists:leaving_out.title')}
      lead={t('lists:leaving_out.lead', { number: candidate.number, need: need.title })}
      up={{ to: `/needs/${need.id}/people/${candidate.id}`, label: t('lists:why.title') }}
      submit={t('lists:leaving_out.action')}
    >
      <Field name="reason" label={t('ui:reason')} hint={t('lists:leaving_out.reason_hint')} />
    </FormPage>
  )
}
