import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { recordReadings } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Pagination } from '~/ui/data-table'
import { EmptyState, Notice, Page, Section } from '~/ui/page'
import { DraftList } from '../draft-list'
import { NeedSuggestions } from '../need-suggestions'
import { listDrafts, suggestedPresentations } from '../suggestions.server'

export const meta = pageTitle('suggestions:title')

const NEEDS_ON_A_PAGE = 10
/** People without a suggestion who are named; the count tells of the rest. */
const MOST_NAMED = 60

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'matches.read')
  const list = readListParams(request.url, { sorts: ['order'], pageSize: NEEDS_ON_A_PAGE, filters: {} })
  const [suggested, drafts] = await Promise.all([suggestedPresentations(db, viewer), listDrafts(db, viewer)])
  const { needs, without, ...counts } = suggested
  const from = (list.page - 1) * list.pageSize
  const shown = needs.slice(from, from + list.pageSize)
  await recordReadings(
    db,
    viewer.userId,
    'matching',
    shown.flatMap(({ suggestions }) => suggestions.map(({ personId }) => personId)),
  )
  return {
    ...counts,
    list,
    total: needs.length,
    needs: shown,
    without: without.slice(0, MOST_NAMED),
    withoutCount: without.length,
    drafts,
    mayDecide: may(viewer, 'presentations.write'),
  }
}

export default function Suggestions() {
  const { t } = useText()
  const { needs, list, total, without, drafts, mayDecide, ...counts } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('suggestions:title')}
      lead={t('suggestions:lead')}
      up={{ to: '/presentations', label: t('presentations:title') }}
      actions={<ButtonLink to="/presentations/turns">{t('turns:title')}</ButtonLink>}
    >
      <Notice title={t('suggestions:rule_title')}>
        <ul className="list-disc space-y-1 pl-5">
          {(['who', 'turns', 'best', 'moved', 'five', 'people'] as const).map((rule) => (
            <li key={rule}>{t(`suggestions:rule.${rule}`)}</li>
          ))}
        </ul>
        <p className="mt-2">
          {t('matching:made_by', { version: counts.rulesVersion })}{' '}
          <Link className="link" to="/needs/rules">
            {t('needs:how_matched')}
          </Link>
        </p>
      </Notice>
      {drafts.length > 0 && (
        <Section id="drafts" title={t('suggestions:drafts')}>
          <DraftList drafts={drafts} mayDecide={mayDecide} />
        </Section>
      )}
      <Section id="suggested" title={t('suggestions:suggested')}>
        <p className="mb-3 text-soft" role="status">
          {t('suggestions:with_chance', { count: counts.withChance, ready: counts.ready })}
        </p>
        {total === 0 && (
          <EmptyState title={t('suggestions:empty_title')}>{t('suggestions:empty')}</EmptyState>
        )}
        {needs.map((need) => (
          <NeedSuggestions key={need.id} need={need} mayDecide={mayDecide} />
        ))}
        <Pagination list={list} total={total} capped={false} />
      </Section>
      {without.length > 0 && (
        <Section id="without" title={t('suggestions:without', { count: counts.withoutCount })}>
          <p className="mb-2 text-soft">{t('suggestions:without_lead')}</p>
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {without.map(({ id, number, fits }) => (
              <li key={id}>
                <Link className="link" to={`/candidates/${id}/matches`}>
                  {number}
                </Link>{' '}
                <span className="text-sm text-soft">
                  {t(fits ? 'suggestions:no_room' : 'suggestions:fits_nothing')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
