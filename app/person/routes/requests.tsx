import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { EmptyState, Page } from '~/ui/page'
import { requestStanding } from '../request'
import { RequestBadge } from '../request-badge'
import { listRequests } from '../requests.server'

export const meta = pageTitle('requests:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'person_requests.answer')
  const requests = await listRequests(db, viewer)
  return {
    mayRestore: may(viewer, 'settings.manage'),
    requests: requests.map((one) => ({
      id: one.id,
      kind: one.kind,
      who: one.name ? `${one.name} (${one.number})` : one.number,
      receivedOn: one.receivedOn,
      dueOn: one.extendedUntil ?? one.dueOn,
      standing: requestStanding(one, today()),
    })),
  }
}

export default function Requests() {
  const { t, format } = useText()
  const { requests, mayRestore } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('requests:title')}
      lead={t('requests:lead')}
      actions={
        mayRestore && (
          <ButtonLink to="/requests/erasures.csv" reloadDocument>
            {t('requests:erasures')}
          </ButtonLink>
        )
      }
    >
      {requests.length === 0 ? (
        <EmptyState title={t('requests:none')}>{t('requests:none_lead')}</EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-card">
          {requests.map((request) => (
            <li
              key={request.id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-3"
            >
              <div className="min-w-0 grow basis-60">
                <Link className="link font-medium" to={`/requests/${request.id}`}>
                  {t(`requests:kind.${request.kind}`)}
                </Link>{' '}
                {request.who}
                <p className="text-sm text-soft">
                  {t('requests:received', { day: format.day(request.receivedOn) })}
                </p>
              </div>
              <p className="flex items-center gap-3">
                {request.standing !== 'answered' &&
                  t('requests:answer_by', { day: format.day(request.dueOn) })}
                <RequestBadge standing={request.standing} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
