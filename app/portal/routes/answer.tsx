import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound, orNotFound } from '~/platform/http.server'
import { AnswerForm } from '~/presentations/presentation'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { AnswerButtons } from '../answer-buttons'
import { answerPresentation, findShownProfile } from '../portal.server'
import { PortalPage } from '../portal-page'

export const meta = pageTitle('portal:what_do_you_think')
export const handle = { script: false }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'portal.use')
  const shown = orNotFound(await findShownProfile(db, viewer, idParam(params, 'presentationId')))
  return { id: shown.id, answer: shown.answer }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'portal.use')
  const presentationId = idParam(params, 'presentationId')

  const form = await parseForm(request, AnswerForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await answerPresentation(trx, viewer, presentationId, form.value.answer))) throw notFound()
    return { to: `/portal/${presentationId}#answer` }
  })
}

export default function AnswerPage() {
  const { t } = useText()
  const { id, answer } = useLoaderData<typeof loader>()
  return (
    <PortalPage
      title={t('portal:what_do_you_think')}
      up={{ to: `/portal/${id}`, label: t('portal:profile_title') }}
    >
      <AnswerButtons presentationId={id} answer={answer} />
    </PortalPage>
  )
}
