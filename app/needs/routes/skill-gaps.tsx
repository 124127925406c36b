import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Pagination } from '~/ui/data-table'
import { EmptyState, Page, Section } from '~/ui/page'
import { GapRows, GapTable } from '../skill-gap-tables'
import { findSkillGaps } from '../skill-gaps.server'

export const meta = pageTitle('gaps:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'matches.read')
  const list = readListParams(request.url, { sorts: ['people'], filters: { gap: null } })
  const { gaps, ...found } = await findSkillGaps(db, viewer, list.filters.gap)
  const from = (list.page - 1) * list.pageSize
  return { ...found, list, total: gaps.length, gaps: gaps.slice(from, from + list.pageSize) }
}

/** Which missing skills keep people out of open needs, and what could help; each number leads to its rows. */
export default function SkillGaps() {
  const { t } = useText()
  const { gaps, list, total, opened, rows, ready } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('gaps:title')}
      lead={t('gaps:lead', { count: ready })}
      up={{ to: '/needs', label: t('needs:title') }}
    >
      {opened && (
        <Section id="rows" title={t('gaps:rows_title', { skill: opened.name })}>
          {rows.length === 0 ? <p className="text-soft">{t('gaps:no_rows')}</p> : <GapRows rows={rows} />}
        </Section>
      )}
      <Section id="gaps" title={t('gaps:all')}>
        {total === 0 ? (
          <EmptyState title={t('gaps:empty_title')}>{t('gaps:empty')}</EmptyState>
        ) : (
          <>
            <GapTable gaps={gaps} />
            <Pagination list={list} total={total} capped={false} />
          </>
        )}
      </Section>
    </Page>
  )
}
