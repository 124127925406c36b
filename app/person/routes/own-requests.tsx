import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Badge, Card } from '~/ui/page'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'
import { listOwnRequests } from '../requests.server'

export const meta = pageTitle('requests:own_title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  return { requests: await listOwnRequests(db, ownCandidateId(viewer)) }
}

export default function OwnRequests() {
  const { t, format } = useText()
  const { requests } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t('requests:own_title')}
      lead={t('requests:own_lead')}
      up={{ to: '/own', label: t('person:title') }}
      actions={
        <ButtonLink look="primary" to="/own/requests/new">
          {t('requests:new')}
        </ButtonLink>
      }
    >
      {requests.length === 0 && <p className="text-soft">{t('requests:none_own')}</p>}
      <ul className="space-y-3">
        {requests.map((request) => (
          <li key={request.id}>
            <Card>
              <p className="flex flex-wrap items-center gap-3">
                <span className="font-medium">{t(`requests:kind.${request.kind}`)}</span>
                <Badge tone={request.outcome ? 'good' : 'info'}>
                  {request.outcome
                    ? t(`requests:outcome.${request.outcome}`)
                    : t('requests:answer_by', {
                        day: format.day(request.extendedUntil ?? request.dueOn),
                      })}
                </Badge>
              </p>
              {request.words && <p className="mt-2 whitespace-pre-line">{request.words}</p>}
              {request.extensionReason && !request.outcome && (
                <p className="mt-2">{t('requests:extended_because', { reason: request.extensionReason })}</p>
              )}
              {request.answer && request.answeredAt && (
                <>
                  <p className="mt-3 text-base text-soft">
                    {t('requests:answered_at', { moment: format.moment(request.answeredAt) })}
                  </p>
                  <p className="whitespace-pre-line">{request.answer}</p>
                </>
              )}
            </Card>
          </li>
        ))}
      </ul>
    </OwnPage>
  )
}
