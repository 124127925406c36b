import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { storeFile } from '~/files/files.server'
import { checkUpload, readUploadForm } from '~/files/upload.server'
import { db } from '~/platform/db.server'
import { parseFormData, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { hideIdentityCodes } from '~/platform/identity-code'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { FileField } from '~/ui/form-fields'
import { Card, Page, Section } from '~/ui/page'
import { findEntrustedCandidate } from '../candidates.server'
import { LARGEST_CV_BYTES } from '../cv-reading/cv-reading'
import { addCv } from '../cvs.server'

export const meta = pageTitle('cvs:bring_title')

const CvForm = z.object({ file: z.instanceof(File, { error: 'errors:file_missing' }) })
const LIMITS = {
  maxBytes: LARGEST_CV_BYTES,
  allowed: ['pdf', 'docx', 'odt', 'rtf', 'xml', 'jpg', 'png', 'text'],
} as const
const ACCEPT = '.pdf,.docx,.odt,.rtf,.txt,.xml,.json,.jpg,.jpeg,.png'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findEntrustedCandidate(db, viewer, idParam(params, 'candidateId'))
  if (!candidate) throw notFound()
  return { id: candidate.id, number: candidate.number }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findEntrustedCandidate(db, viewer, idParam(params, 'candidateId'))
  if (!candidate) throw notFound()

  const form = parseFormData(await readUploadForm(request, LIMITS), CvForm)
  if (!form.ok) return form.reply
  const upload = await checkUpload(form.value.file, LIMITS)
  if (!upload.ok) return form.refuse({ file: [upload.problem] })

  return submitOnce(form, viewer.userId, async (trx) => {
    const file = await storeFile(trx, viewer, { ...upload, name: hideIdentityCodes(upload.name) })
    const cvId = await addCv(trx, viewer, candidate.id, file.id)
    return { to: `/candidates/${candidate.id}/cvs/${cvId}`, toast: { text: 'cvs:uploaded' } }
  })
}

export default function NewCv() {
  const { t } = useText()
  const candidate = useLoaderData<typeof loader>()
  const base = `/candidates/${candidate.id}`
  return (
    <Page
      narrow
      title={t('cvs:bring_title')}
      lead={t('cvs:bring_lead')}
      up={{ to: base, label: candidate.number }}
    >
      <Section id="file" title={t('cvs:way_file')}>
        <Form encType="multipart/form-data">
          <FileField name="file" label={t('cvs:file')} hint={t('cvs:file_hint')} accept={ACCEPT} />
          <Submit>{t('cvs:upload')}</Submit>
        </Form>
      </Section>
      <div className="grid gap-4 sm:grid-cols-2">
        {(['paste', 'form'] as const).map((way) => (
          <Card key={way}>
            <Link className="link font-medium" to={`${base}/cvs/${way === 'paste' ? 'pasted' : 'form'}`}>
              {t(`cvs:way_${way}`)}
            </Link>
            <p className="text-sm text-soft">{t(`cvs:way_${way}_lead`)}</p>
          </Card>
        ))}
      </div>
    </Page>
  )
}
