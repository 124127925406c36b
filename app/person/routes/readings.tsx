import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { Role } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import type { TextKey } from '~/texts/text-keys'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Pagination } from '~/ui/data-table'
import { Section } from '~/ui/page'
import { listReadings } from '../own-data.server'
import { OwnPage } from '../own-page'
import { listViews } from '../own-presentations.server'
import { ownCandidateId } from '../own-session.server'
import { isReadingInWords } from '../reading'

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
  const { t, format } = useText()
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
          <ul className="divide-y divide-line rounded-lg border border-line bg-card">
            {views.rows.map((view) => (
              <li key={`${view.presentationId}-${view.at.toISOString()}`} className="px-4 py-2">
                {view.name}, {view.companyName}
                <p className="text-base text-soft">
                  {format.moment(view.at)} ·{' '}
                  {t(view.what === 'cv' ? 'presentations:viewed_cv' : 'presentations:viewed_profile')}
                </p>
              </li>
            ))}
          </ul>
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
            <ul className="divide-y divide-line rounded-lg border border-line bg-card">
              {readings.rows.map((reading) => (
                <li key={reading.id} className="px-4 py-2">
                  {reading.name}, {t(`auth:roles.${reading.role}`).toLowerCase()}
                  {reading.organisation && ` (${reading.organisation})`}
                  <p className="text-base text-soft">
                    {format.moment(reading.at)} · {t(`person:reading.what.${reading.what}` as TextKey)}
                  </p>
                </li>
              ))}
            </ul>
          )}
          <Pagination list={list} total={readings.total} capped={readings.capped} />
        </Section>
      )}
    </OwnPage>
  )
}
