import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, HiddenField, Submit } from '~/ui/form'
import { Choices } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { endCandidacy } from '../candidacy-end.server'
import { END_REASONS, EndForm } from '../candidate'
import { findCandidate } from '../candidates.server'

export const meta = pageTitle('candidates:end.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findCandidate(db, viewer, idParam(params, 'candidateId'))
  if (!candidate) throw notFound()
  return { id: candidate.id, number: candidate.number, version: candidate.version }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidateId = idParam(params, 'candidateId')
  if (!(await findCandidate(db, viewer, candidateId))) throw notFound()

  const form = await parseForm(request, EndForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await endCandidacy(trx, viewer, candidateId, form.value)))
      return form.conflict('errors:changed_by_other')
    return { to: `/candidates/${candidateId}`, toast: { text: 'candidates:end.done' } }
  })
}

export default function EndCandidacy() {
  const { t } = useText()
  const candidate = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('candidates:end.title')}
      lead={t('candidates:end.explain')}
      up={{ to: `/candidates/${candidate.id}`, label: candidate.number }}
    >
      <Form>
        <HiddenField name="version" value={candidate.version} />
        <Choices
          name="reason"
          label={t('candidates:end.reason')}
          options={END_REASONS.map((value) => ({ value, label: t(`candidates:end.reasons.${value}`) }))}
        />
        <Submit look="danger">{t('candidates:end.action')}</Submit>
      </Form>
    </Page>
  )
}
