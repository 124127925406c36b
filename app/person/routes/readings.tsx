import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { Role } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Pagination } from '~/ui/data-table'
import { Section } from '~/ui/page'
import { listReadings } from '../own-data.server'
import { OwnPage } from '../own-page'
import { listViews } from '../own-presentations.server'
import { ownCandidateId } from '../own-session.server'
import { isReadingInWords } from '../reading'
import { ReadingLines, ViewLines } from '../reading-lines'

export const meta = pageTitle('person:reading.title')

const LINES_ON_A_PAGE = 50
/** Of the employers' views beside the readings of the house; `?who=employers` has them all. */
const NEWEST = { page: 1, pageSize: 5 }

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const candidateId = ownCandidateId(viewer)
  const list = readListParams(request.url, {
    sorts: ['at'],
    pageSize: LINES_ON_A_PAGE,
    filters: { who: ['employers'] },
  })
  const onlyEmployers = list.filters.who === 'employers'
  const [readings, views] = await Promise.all([
    onlyEmployers ? null : listReadings(db, candidateId, list),
    listViews(db, candidateId, onlyEmployers ? list : NEWEST),
  ])
  return {
    list,
    views,
    readings: readings && {
      ...readings,
      rows: readings.rows.map((reading) => ({
        ...reading,
        what: isReadingInWords(reading.what) ? reading.what : 'other',
        role: reading.roles[0] as Role,
      })),
    },
  }
}

export default function OwnReadings() {
  const { t } = useText()
  const { list, readings, views } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t('person:reading.title')}
      lead={t('person:reading.lead')}
      up={
        readings
          ? { to: '/own', label: t('person:title') }
          : { to: '/own/readings', label: t('person:reading.title') }
      }
    >
      <Section id="employers" title={t('person:reading.employers')}>
        {views.total === 0 ? (
          <p className="text-soft">{t('person:reading.no_employers')}</p>
        ) : (
          <ViewLines views={views.rows} />
        )}
        {!readings ? (
          <Pagination list={list} total={views.total} capped={views.capped} />
        ) : (
          views.total > views.rows.length && (
            <p className="mt-3">
              <Link className="link" to="?who=employers">
                {t('history:all_views', { count: views.total })}
              </Link>
            </p>
          )
        )}
      </Section>
      {readings && (
        <Section id="house" title={t('person:reading.house')}>
          {readings.total === 0 ? (
            <p className="text-soft">{t('person:reading.nobody')}</p>
          ) : (
            <ReadingLines readings={readings.rows} />
          )}
          <Pagination list={list} total={readings.total} capped={readings.capped} />
        </Section>
      )}
    </OwnPage>
  )
}
