import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { TextArea } from '~/ui/form-fields'
import { Card, Page } from '~/ui/page'
import { ReleaseForm } from '../presentation'
import { findPresentation, releaseAnswer } from '../presentations.server'

export const meta = pageTitle('presentations:release_title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.write')
  const presentation = await findPresentation(db, viewer, idParam(params, 'presentationId'))
  if (!presentation?.answer) throw notFound()
  return {
    id: presentation.id,
    number: presentation.number,
    comment: presentation.answerComment,
    released: presentation.releasedComment,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.write')
  const presentation = await findPresentation(db, viewer, idParam(params, 'presentationId'))
  if (!presentation?.answer) throw notFound()

  const form = await parseForm(request, ReleaseForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    await releaseAnswer(trx, viewer, presentation, form.value.text)
    return { to: `/presentations/${presentation.id}`, toast: { text: 'presentations:release_done' } }
  })
}

export default function ReleaseAnswer() {
  const { t } = useText()
  const { id, number, comment, released } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('presentations:release_title')}
      lead={t('presentations:release_lead')}
      up={{ to: `/presentations/${id}`, label: t('presentations:one_title', { number }) }}
    >
      {comment && (
        <Card className="mb-5">
          <p className="mb-1 text-sm text-soft">{t('presentations:raw_comment')}</p>
          <blockquote className="whitespace-pre-line">{comment}</blockquote>
        </Card>
      )}
      <Form defaultValue={{ text: released ?? '' }}>
        <TextArea name="text" label={t('presentations:release_text')} />
        <Submit>{t('presentations:release')}</Submit>
      </Form>
    </Page>
  )
}
