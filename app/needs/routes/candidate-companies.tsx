import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { recordReading } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { findCandidateAt } from '~/candidates/candidates.server'
import { consentsToward } from '~/candidates/consent-states.server'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Badge, Card, EmptyState, Page } from '~/ui/page'
import { companiesForCandidate, namesOfWordedSkills } from '../fitting-companies.server'
import { WaysToPresent } from '../ways-to-present'

export const meta = pageTitle('matching:companies.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'matches.read')
  const candidate = await findCandidateAt(db, viewer, params)
  const { companies, more } = candidate.endedAt
    ? { companies: [], more: false }
    : await companiesForCandidate(db, viewer, candidate.id)
  const [stateOf] = await Promise.all([
    consentsToward(
      db,
      [candidate.id],
      companies.map(({ id }) => id),
    ),
    recordReading(db, viewer.userId, 'matching', { candidateId: candidate.id }),
  ])
  return {
    candidate: {
      id: candidate.id,
      number: candidate.number,
      headline: candidate.headline,
      reservedFor: candidate.reservedFor,
    },
    companies: companies.map((company) => ({
      ...company,
      consent: stateOf(candidate.id, { companyId: company.id, roundId: null, tier: 'T1' }),
    })),
    more,
    mayRecord: may(viewer, 'consents.write'),
    mayPresent: may(viewer, 'presentations.write'),
    skillNames: namesOfWordedSkills(viewer.language, companies),
  }
}

export default function CandidateCompanies() {
  const { t } = useText()
  const { candidate, companies, more, mayRecord, mayPresent, skillNames } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('matching:companies.title')}
      lead={
        <>
          {candidate.headline && <>{candidate.headline}. </>}
          {t('matching:companies.lead')}
        </>
      }
      up={{ to: `/candidates/${candidate.id}`, label: candidate.number }}
    >
      {companies.length === 0 ? (
        <EmptyState title={t('matching:companies.empty_title')}>{t('matching:companies.empty')}</EmptyState>
      ) : (
        <p className="mb-3 text-sm text-soft" role="status">
          {t(more ? 'matching:companies.most' : 'matching:companies.found', { count: companies.length })}
        </p>
      )}
      {companies.map((company) => (
        <Card key={company.id} className="mb-4">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <h2 className="text-lg font-semibold">
              <Link className="link" to={`/companies/${company.id}`}>
                {company.name}
              </Link>
            </h2>
            {company.placeFits && <Badge tone="good">{t('matching:companies.place_fits')}</Badge>}
          </div>
          <p className="text-sm text-soft">
            {[company.industry, company.municipality].filter(Boolean).join(' · ')}
          </p>
          <ul className="mt-3 divide-y divide-line border-y border-line">
            {company.words.map(({ skillId, where, words, sentence }) => (
              <li
                key={skillId}
                className="grid gap-x-6 gap-y-1 py-2 md:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]"
              >
                <p>{skillNames[skillId]}</p>
                <div>
                  <p>
                    <q className="font-medium">{words}</q>
                    <span className="text-sm text-soft"> · {t(`matching:companies.where.${where}`)}</span>
                  </p>
                  {sentence !== words && <q className="text-sm italic">{sentence}</q>}
                </div>
              </li>
            ))}
          </ul>
          <WaysToPresent
            consent={company.consent}
            candidateId={candidate.id}
            company={company}
            about={`company=${company.id}`}
            mayRecord={mayRecord}
            mayPresent={mayPresent}
            reservedFor={candidate.reservedFor}
          />
        </Card>
      ))}
      <p className="text-sm text-soft">{t('matching:companies.excluded')}</p>
    </Page>
  )
}
