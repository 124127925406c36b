import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { recordReadings } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { listHeadlines } from '~/candidates/candidates.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { readListParams } from '~/platform/list-params'
import { tellsOfPerson } from '~/skills/person-words'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Pagination } from '~/ui/data-table'
import { EmptyState, Notice, Page } from '~/ui/page'
import { decisionsFor } from '../match-decisions.server'
import { MatchFilter } from '../match-filter'
import { hasObstacle } from '../match-practical'
import { consentsForNeed, matchesForNeed, skillNamesIn, withReadableEvidence } from '../matching.server'
import { NeedMatchRow } from '../need-match-row'
import { presentedFor } from '../need-presentations.server'
import { findNeed } from '../needs.server'

export const meta = pageTitle('needs:matches_title')

const MATCHES_ON_A_PAGE = 20

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'matches.read')
  const need = orNotFound(await findNeed(db, viewer, idParam(params, 'needId')))
  const list = readListParams(request.url, {
    sorts: ['order'],
    pageSize: MATCHES_ON_A_PAGE,
    filters: { practical: ['fits'] },
  })
  const { matches: all, more, rulesVersion } = await matchesForNeed(db, viewer, need)
  const matches = list.filters.practical ? all.filter(({ practical }) => !hasObstacle(practical)) : all
  const from = (list.page - 1) * list.pageSize
  const shown = await withReadableEvidence(db, viewer, matches.slice(from, from + list.pageSize))
  const ids = shown.map((match) => match.personId)
  const [headlines, consents, presented, decisions] = await Promise.all([
    listHeadlines(db, viewer, ids).then((people) => new Map(people.map((one) => [one.id, one]))),
    consentsForNeed(db, need, ids),
    presentedFor(db, need.id),
    decisionsFor(db, need.id),
    recordReadings(db, viewer.userId, 'matching', ids),
  ])
  return {
    need: { id: need.id, title: need.title, companyId: need.companyId, companyName: need.companyName },
    unrecognised: need.skills
      .filter(({ skillId, words }) => !skillId && !tellsOfPerson(words))
      .map(({ words }) => words),
    rows: shown.map((match) => ({
      match,
      headline: headlines.get(match.personId)?.headline ?? null,
      reservedFor: headlines.get(match.personId)?.reservedFor ?? null,
      consent: consents.find((one) => one.id === match.personId),
      presented: presented.has(match.personId),
      decision: decisions.get(match.personId),
    })),
    list,
    total: matches.length,
    hidden: all.length - matches.length,
    more,
    rulesVersion,
    skillNames: skillNamesIn(viewer.language, shown),
    mayRecord: may(viewer, 'consents.write'),
    mayPresent: may(viewer, 'presentations.write'),
  }
}

export default function NeedMatches() {
  const { t } = useText()
  const { need, unrecognised, rows, list, total, hidden, more, rulesVersion, skillNames, ...may } =
    useLoaderData<typeof loader>()
  return (
    <Page
      title={t('needs:matches_title')}
      lead={
        <>
          {need.title}, {need.companyName}.{' '}
          <Link className="link" to="/needs/rules">
            {t('needs:how_matched')}
          </Link>
        </>
      }
      up={{ to: `/needs/${need.id}`, label: need.title }}
    >
      {unrecognised.length > 0 && (
        <Notice tone="warn" title={t('needs:unrecognised_title')}>
          {t('needs:unrecognised', { words: unrecognised.join(', ') })}{' '}
          <Link className="link" to={`/needs/${need.id}/edit`}>
            {t('needs:edit_words')}
          </Link>
        </Notice>
      )}
      <MatchFilter list={list} />
      {rows.length === 0 ? (
        <EmptyState
          title={t(hidden > 0 ? 'matching:none_without_obstacle' : 'needs:no_matches_title')}
          action={hidden > 0 && <ButtonLink to="?">{t('ui:clear')}</ButtonLink>}
        >
          {t(hidden > 0 ? 'matching:none_without_obstacle_hint' : 'needs:no_matches')}
        </EmptyState>
      ) : (
        <p className="mb-3 text-sm text-soft">
          <span role="status">
            {more ? t('needs:most_compared', { count: total }) : `${t('needs:people', { count: total })}.`}
          </span>{' '}
          {t('matching:made_by', { version: rulesVersion })} {t('matching:rotation')}
        </p>
      )}
      {rows.map((row) => (
        <NeedMatchRow key={row.match.personId} row={row} need={need} skillNames={skillNames} {...may} />
      ))}
      <Pagination list={list} total={total} capped={false} />
    </Page>
  )
}
