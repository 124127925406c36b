import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { takeBackOutcome } from '../call-undo.server'

export const meta = pageTitle('campaigns:undo')

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'calls.make')
  idParam(params, 'callId')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  return doOnce(request, viewer.userId, async (trx) => {
    const { heldAgain, toast } = orNotFound(await takeBackOutcome(trx, viewer, idParam(params, 'callId')))
    return { to: heldAgain ? `/calls/${heldAgain}` : '/calls', toast }
  })
}

export default function CallUndo() {
  const { t } = useText()
  return (
    <FormPage
      title={t('campaigns:undo')}
      up={{ to: '/calls', label: t('campaigns:my_calls') }}
      note={t('campaigns:undo_lead')}
      submit={t('campaigns:undo')}
    />
  )
}
