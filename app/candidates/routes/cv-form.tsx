import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { recordReading } from '~/activity/activity.server'
import { requireMay } from '~/auth/viewer.server'
import { storeFile } from '~/files/files.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound, orNotFound } from '~/platform/http.server'
import { translatorFor } from '~/texts/language.server'
import { isLanguage } from '~/texts/text-keys'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { findEntrustedCandidate, findPrivateDetails } from '../candidates.server'
import { wordDocumentOfForm } from '../cv-document.server'
import { CvFormSchema, formOfReading, formToEdit } from '../cv-form'
import { CvFormFields } from '../cv-form-fields'
import { addCv, findCv } from '../cvs.server'
import { WORD_MEDIA_TYPE } from '../docx-document'

export const meta = pageTitle('cvs:form.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = orNotFound(await findEntrustedCandidate(db, viewer, idParam(params, 'candidateId')))
  const { id, number } = candidate
  const language = isLanguage(candidate.language) ? candidate.language : viewer.language
  const from = z.uuid().safeParse(new URL(request.url).searchParams.get('from'))
  const cv = from.success ? await findCv(db, viewer, { candidateId: id, cvId: from.data }) : undefined
  if (cv) await recordReading(db, viewer.userId, 'cv', { candidateId: id })
  const first = () => {
    if (cv?.form) return formToEdit(cv.form)
    return cv?.reading ? formOfReading(cv.reading, cv.text ?? '', language) : { language }
  }
  return { id, number, first: first() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidateId = idParam(params, 'candidateId')
  const person = await findPrivateDetails(db, viewer, candidateId)
  if (!person || person.isHidden) throw notFound()

  const form = await parseForm(request, CvFormSchema)
  if (!form.ok) return form.reply
  const { value } = form
  if (value.work.length + value.education.length === 0 && !value.skills)
    return form.refuse({ skills: ['cvs:form.empty'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    const contacts = person.nonDisclosure ? [] : [person.email, person.phone].filter((one) => one !== null)
    const file = await storeFile(trx, viewer, {
      name: translatorFor(value.language)('cvs:form.file_name'),
      mediaType: WORD_MEDIA_TYPE,
      bytes: wordDocumentOfForm(value, { name: person.name, contacts }),
    })
    const cvId = await addCv(trx, viewer, candidateId, file.id, { cameAs: 'form', form: value })
    return { to: `/candidates/${candidateId}/cvs/${cvId}`, toast: { text: 'cvs:form.saved' } }
  })
}

export default function CvFormPage() {
  const { t } = useText()
  const { id, number, first } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('cvs:form.title')}
      lead={t('cvs:form.lead')}
      up={{ to: `/candidates/${id}`, label: number }}
      defaultValue={first}
      submit={t('cvs:form.save')}
    >
      <CvFormFields />
    </FormPage>
  )
}
