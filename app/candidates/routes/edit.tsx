import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { recordReading } from '~/activity/activity.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { FormPage } from '~/ui/form-page'
import { Notice, Page } from '~/ui/page'
import { CandidateForm } from '../candidate'
import { CandidateFields } from '../candidate-form'
import { countHiddenPresentations } from '../candidate-presentations.server'
import { changeCandidate, findCandidate, findPrivateDetails } from '../candidates.server'

export const meta = pageTitle('candidates:edit_title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidateId = idParam(params, 'candidateId')
  const [candidate, privateDetails] = await Promise.all([
    findCandidate(db, viewer, candidateId),
    findPrivateDetails(db, viewer, candidateId),
  ])
  if (!candidate || !privateDetails) throw notFound()
  await recordReading(db, viewer.userId, 'candidate', { candidateId })
  return { candidate, privateDetails }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidateId = idParam(params, 'candidateId')
  if (!(await findCandidate(db, viewer, candidateId))) throw notFound()

  const form = await parseForm(request, CandidateForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const before = await findPrivateDetails(trx, viewer, candidateId)
    if (!(await changeCandidate(trx, viewer, candidateId, form.value)))
      return form.conflict('errors:changed_by_other')
    const to = `/candidates/${candidateId}`
    const hidden =
      form.value.nonDisclosure && !before?.nonDisclosure
        ? await countHiddenPresentations(trx, candidateId)
        : 0
    if (!hidden) return { to, toast: { text: 'candidates:saved' } }
    return {
      to: `${to}#presentations`,
      toast: { text: 'candidates:hidden.saved', params: { count: hidden } },
    }
  })
}

export default function EditCandidate() {
  const { t } = useText()
  const { candidate, privateDetails } = useLoaderData<typeof loader>()
  const up = { to: `/candidates/${candidate.id}`, label: candidate.number }
  if (privateDetails.isHidden)
    return (
      <Page narrow title={t('candidates:edit_title')} up={up}>
        <Notice tone="warn">{t('candidates:only_coach')}</Notice>
      </Page>
    )
  return (
    <FormPage
      title={t('candidates:edit_title')}
      up={up}
      defaultValue={{
        ...privateDetails,
        ...candidate,
        nonDisclosure: privateDetails.nonDisclosure ? 'on' : undefined,
        remote: candidate.remote ? 'on' : undefined,
        worksIn: candidate.worksIn.join(', '),
      }}
      submit={t('ui:save')}
    >
      <HiddenField name="version" value={candidate.version} />
      <CandidateFields />
    </FormPage>
  )
}
