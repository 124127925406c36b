import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { AnswerReasonsForm } from '~/presentations/presentation'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { explainAnswer, findShownProfile } from '../portal.server'
import { PortalPage } from '../portal-page'
import { ReasonForm } from '../reason-form'

export const meta = pageTitle('portal:reasons_title')
export const handle = { script: false }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'portal.use')
  const shown = await findShownProfile(db, viewer, idParam(params, 'presentationId'))
  if (!shown?.answer) throw notFound()
  return { id: shown.id, answer: shown.answer, reasons: shown.reasons, comment: shown.comment }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'portal.use')
  const presentationId = idParam(params, 'presentationId')

  const form = await parseForm(request, AnswerReasonsForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const { reasons, comment } = form.value
    if (!(await explainAnswer(trx, viewer, presentationId, { reasons, comment }))) throw notFound()
    return { to: `/portal/${presentationId}?kept=reasons#answer` }
  })
}

export default function Reasons() {
  const { t } = useText()
  const { id, answer, reasons, comment } = useLoaderData<typeof loader>()
  return (
    <PortalPage
      title={t('portal:reasons_title')}
      up={{ to: `/portal/${id}`, label: t('portal:profile_title') }}
    >
      <ReasonForm presentationId={id} answer={answer} reasons={reasons} comment={comment} />
    </PortalPage>
  )
}
