import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { storeFile } from '~/files/files.server'
import { checkUpload, readUploadForm } from '~/files/upload.server'
import { db } from '~/platform/db.server'
import { parseFormData, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FileField, Form, Submit } from '~/ui/form'
import { Page } from '~/ui/page'
import { findCandidate } from '../candidates.server'
import { LARGEST_CV_BYTES } from '../cv-reading/cv-reading'
import { addCv } from '../cvs.server'

export const meta = pageTitle('candidates:cv.upload_title')

const CvForm = z.object({ file: z.instanceof(File, { error: 'errors:file_missing' }) })
const LIMITS = { maxBytes: LARGEST_CV_BYTES, allowed: ['pdf', 'docx', 'odt'] } as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findCandidate(db, viewer, idParam(params, 'candidateId'))
  if (!candidate) throw notFound()
  return { id: candidate.id, number: candidate.number }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findCandidate(db, viewer, idParam(params, 'candidateId'))
  if (!candidate) throw notFound()

  const form = parseFormData(await readUploadForm(request, LIMITS), CvForm)
  if (!form.ok) return form.reply
  const upload = await checkUpload(form.value.file, LIMITS)
  if (!upload.ok) return form.refuse({ file: [upload.problem] })

  return submitOnce(form, viewer.userId, async (trx) => {
    const file = await storeFile(trx, viewer, upload)
    const cvId = await addCv(trx, viewer, candidate.id, file.id)
    return { to: `/candidates/${candidate.id}/cvs/${cvId}`, toast: { text: 'candidates:cv.uploaded' } }
  })
}

export default function NewCv() {
  const { t } = useText()
  const candidate = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('candidates:cv.upload_title')}
      up={{ to: `/candidates/${candidate.id}`, label: candidate.number }}
    >
      <Form encType="multipart/form-data">
        <FileField
          name="file"
          label={t('candidates:cv.file')}
          hint={t('candidates:cv.file_hint')}
          accept=".pdf,.docx,.odt"
        />
        <Submit>{t('candidates:cv.upload')}</Submit>
      </Form>
    </Page>
  )
}
