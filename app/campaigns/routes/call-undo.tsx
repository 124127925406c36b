import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { createFormat } from '~/texts/format'
import { translatorFor } from '~/texts/language.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { findCallToUndo, undoCallOutcome } from '../call-undo.server'

export const meta = pageTitle('campaigns:undo')

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'calls.make')
  idParam(params, 'callId')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  return doOnce(request, viewer.userId, async (trx) => {
    const call = orNotFound(await findCallToUndo(trx, viewer, idParam(params, 'callId')))
    const t = translatorFor(viewer.language)
    const { heldAgain, left } = await undoCallOutcome(trx, viewer, call, t('campaigns:undo_reason'))
    const what = createFormat(viewer.language).list(left.map((part) => t(`calls:undo.part.${part}`)))
    return {
      to: heldAgain ? `/calls/${heldAgain}` : '/calls',
      toast:
        left.length > 0
          ? { text: 'calls:undo.left', params: { what } }
          : { text: heldAgain ? 'campaigns:undone_held' : 'campaigns:undone_waiting' },
    }
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
