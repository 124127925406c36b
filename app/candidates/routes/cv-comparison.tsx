import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form as GetForm, useLoaderData } from '@remix-run/react'
import { recordReading } from '~/activity/activity.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'
import { Page } from '~/ui/page'
import { findCandidate } from '../candidates.server'
import { CvComparison } from '../cv-comparison'
import { listFindings } from '../cv-findings.server'
import { understoodOf } from '../cv-understanding'
import { findCv, listCvs } from '../cvs.server'

export const meta = pageTitle('cvs:compare_title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidateId = idParam(params, 'candidateId')
  const candidate = orNotFound(await findCandidate(db, viewer, candidateId))
  const cvs = await listCvs(db, viewer, candidateId)
  const asked = new URL(request.url).searchParams
  const second = cvs.find(({ id }) => id === asked.get('second')) ?? cvs[0]
  const first =
    cvs.find(({ id }) => id === asked.get('first')) ??
    cvs.find(({ number }) => number < (second?.number ?? 0))
  const read = async (cvId: string | undefined) => {
    const cv = cvId ? await findCv(db, viewer, { candidateId, cvId }) : undefined
    if (!cv?.reading) return null
    const findings = await listFindings(db, cv.id)
    return { number: cv.number, understood: understoodOf(cv.reading), findings }
  }
  const [older, newer] = await Promise.all([
    read(first?.id),
    read(second?.id),
    recordReading(db, viewer.userId, 'cv', { candidateId }),
  ])
  return {
    candidate: { id: candidate.id, number: candidate.number },
    versions: cvs.map(({ id, number }) => ({ id, number })),
    chosen: { first: first?.id ?? '', second: second?.id ?? '' },
    older,
    newer,
  }
}

export default function CompareCvs() {
  const { t } = useText()
  const { candidate, versions, chosen, older, newer } = useLoaderData<typeof loader>()
  const choices = [
    { name: 'first', label: t('cvs:compare_older'), value: chosen.first },
    { name: 'second', label: t('cvs:compare_newer'), value: chosen.second },
  ]
  return (
    <Page title={t('cvs:compare_title')} up={{ to: `/candidates/${candidate.id}`, label: candidate.number }}>
      <GetForm key={`${chosen.first}${chosen.second}`} className="mb-6 flex flex-wrap items-end gap-3">
        {choices.map(({ name, label, value }) => (
          <label key={name} className="block font-medium" htmlFor={`compare-${name}`}>
            {label}
            <select id={`compare-${name}`} name={name} defaultValue={value} className="control mt-1">
              {versions.map(({ id, number }) => (
                <option key={id} value={id}>
                  {t('cvs:version', { number })}
                </option>
              ))}
            </select>
          </label>
        ))}
        <Button type="submit" look="secondary">
          {t('cvs:compare_with')}
        </Button>
      </GetForm>
      {older && newer ? (
        <CvComparison older={older} newer={newer} />
      ) : (
        <p className="text-soft">{t('cvs:compare_needs_two')}</p>
      )}
    </Page>
  )
}
