import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Pagination } from '~/ui/data-table'
import { Badge } from '~/ui/page'
import { toldEvent } from '../own-history'
import { listOwnEvents } from '../own-history.server'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('history:title')

const EVENTS_ON_A_PAGE = 25

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const list = readListParams(request.url, { sorts: ['day'], pageSize: EVENTS_ON_A_PAGE })
  return { list, ...(await listOwnEvents(db, ownCandidateId(viewer), list)) }
}

export default function OwnHistory() {
  const { t, format } = useText()
  const { list, rows, total, capped } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t('history:title')}
      lead={t('history:lead')}
      up={{ to: '/own', label: t('person:title') }}
      actions={<ButtonLink to="/own/requests/new?kind=correction">{t('person:data.correct')}</ButtonLink>}
    >
      {rows.length === 0 ? (
        <p className="text-soft">{t('history:nothing')}</p>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-card">
          {rows.map((event) => {
            const { title, parts } = toldEvent(event, t, format)
            return (
              <li key={`${event.kind}-${event.id}`} className="px-4 py-3">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <span className="text-soft">{format.day(event.on)}</span>
                  <Badge>{t(`history:kind.${event.kind}`)}</Badge>
                  <span className="font-medium">{title}</span>
                </p>
                <p className="text-base text-soft">{parts.join(' · ')}</p>
              </li>
            )
          })}
        </ul>
      )}
      <Pagination list={list} total={total} capped={capped} />
    </OwnPage>
  )
}
