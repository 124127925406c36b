import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { recordReading } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { findCandidateAt } from '~/candidates/candidates.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Pagination } from '~/ui/data-table'
import { EmptyState, Page } from '~/ui/page'
import { MatchCard } from '../match-card'
import {
  consentsForCandidate,
  matchesForCandidate,
  skillNamesIn,
  withReadableEvidence,
} from '../matching.server'
import { WaysToPresent } from '../ways-to-present'

export const meta = pageTitle('needs:needs_for_candidate')

const MATCHES_ON_A_PAGE = 20

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'matches.read')
  const candidate = await findCandidateAt(db, viewer, params)
  const list = readListParams(request.url, { sorts: ['order'], pageSize: MATCHES_ON_A_PAGE })
  const matches = candidate.endedAt ? [] : await matchesForCandidate(db, viewer, candidate.id)
  const from = (list.page - 1) * list.pageSize
  const shown = await withReadableEvidence(db, viewer, matches.slice(from, from + list.pageSize))
  const [consents] = await Promise.all([
    consentsForCandidate(
      db,
      candidate.id,
      shown.map((match) => match.need),
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
    rows: shown.map(({ need, ...match }) => ({
      match,
      need: { id: need.id, title: need.title, companyId: need.companyId, companyName: need.companyName },
      consent: consents.find((one) => one.id === need.id)?.profile,
    })),
    list,
    total: matches.length,
    skillNames: skillNamesIn(viewer.language, shown),
    mayRecord: may(viewer, 'consents.write'),
    mayPresent: may(viewer, 'presentations.write'),
  }
}

export default function CandidateMatches() {
  const { t } = useText()
  const { candidate, rows, list, total, skillNames, mayRecord, mayPresent } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('needs:needs_for_candidate')}
      lead={
        <>
          {candidate.headline && <>{candidate.headline}. </>}
          <Link className="link" to="/needs/rules">
            {t('needs:how_matched')}
          </Link>
        </>
      }
      up={{ to: `/candidates/${candidate.id}`, label: candidate.number }}
      actions={
        <ButtonLink to={`/candidates/${candidate.id}/companies`}>{t('matching:companies.open')}</ButtonLink>
      }
    >
      {rows.length === 0 && <EmptyState title={t('needs:no_needs_title')}>{t('needs:no_needs')}</EmptyState>}
      {rows.map(({ match, need, consent }) => (
        <MatchCard
          key={need.id}
          match={match}
          skillNames={skillNames}
          title={
            <>
              <Link className="link" to={`/needs/${need.id}`}>
                {need.title}
              </Link>
              <span className="font-normal"> {need.companyName}</span>
            </>
          }
        >
          <WaysToPresent
            consent={consent}
            candidateId={candidate.id}
            company={{ id: need.companyId, name: need.companyName }}
            about={`need=${need.id}`}
            mayRecord={mayRecord}
            mayPresent={mayPresent}
            reservedFor={candidate.reservedFor}
          />
        </MatchCard>
      ))}
      <Pagination list={list} total={total} capped={false} />
    </Page>
  )
}
