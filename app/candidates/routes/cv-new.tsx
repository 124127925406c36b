import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Card, Page, Section } from '~/ui/page'
import { findEntrustedCandidate } from '../candidates.server'
import { receiveCv } from '../cv-upload.server'
import { CvUploadForm } from '../cv-upload-form'

export const meta = pageTitle('cvs:bring_title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = orNotFound(await findEntrustedCandidate(db, viewer, idParam(params, 'candidateId')))
  return { id: candidate.id, number: candidate.number }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = orNotFound(await findEntrustedCandidate(db, viewer, idParam(params, 'candidateId')))

  return receiveCv(request, viewer, candidate.id, (cvId) => `/candidates/${candidate.id}/cvs/${cvId}`)
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
        <CvUploadForm />
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
