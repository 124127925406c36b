import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listActivity, recordReading } from '~/activity/activity.server'
import { ActivityFeed } from '~/activity/activity-feed'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import type { TextKey } from '~/texts/text-keys'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Card, Facts, Notice, Page, Section } from '~/ui/page'
import { EmployerAnswer } from '../employer-answer'
import { isOpen, profileReference } from '../presentation'
import { StandingBadge } from '../presentation-badges'
import { findPresentation, listPresentationViews } from '../presentations.server'
import { ProfileCard } from '../profile-card'

export const meta = pageTitle<typeof loader>((data, t) =>
  t('presentations:one_title', { number: data.presentation.number }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.read')
  const presentation = orNotFound(await findPresentation(db, viewer, idParam(params, 'presentationId')))
  const [views, timeline] = await Promise.all([
    listPresentationViews(db, presentation.id),
    listActivity(db, { subject: ['presentation', presentation.id] }),
    recordReading(db, viewer.userId, 'presentation', { candidateId: presentation.candidateId }),
  ])
  return { presentation, views, timeline, mayWrite: may(viewer, 'presentations.write') }
}

export default function PresentationPage() {
  const { t, format } = useText()
  const { presentation, views, timeline, mayWrite } = useLoaderData<typeof loader>()
  const base = `/presentations/${presentation.id}`
  const open = isOpen(presentation.standing)
  return (
    <Page
      title={
        <>
          {t('presentations:one_title', { number: presentation.number })}{' '}
          <StandingBadge standing={presentation.standing} />
        </>
      }
      lead={t('presentations:one_lead', {
        contact: presentation.contactName,
        company: presentation.companyName,
      })}
      up={{ to: '/presentations', label: t('presentations:title') }}
      actions={
        mayWrite &&
        open && (
          <>
            <ButtonLink to={`${base}/closure`}>{t('presentations:close')}</ButtonLink>
            <ButtonLink look="danger" to={`${base}/revocation`}>
              {t('presentations:revoke')}
            </ButtonLink>
          </>
        )
      }
    >
      {!open && (
        <Notice tone={presentation.standing === 'revoked' ? 'bad' : 'info'}>
          {t(`presentations:standing_explained.${presentation.standing}` as TextKey)}
          {presentation.endReason && <> {presentation.endReason}</>}
        </Notice>
      )}
      <div className="grid gap-x-8 lg:grid-cols-2">
        <div>
          <Section id="answer" title={t('presentations:answer_label')}>
            <EmployerAnswer presentation={presentation} mayWrite={mayWrite} />
          </Section>
          <Section id="facts" title={t('ui:details')}>
            <Card>
              <Facts
                facts={[
                  {
                    label: t('presentations:column.candidate'),
                    value: (
                      <Link className="link" to={`/candidates/${presentation.candidateId}`}>
                        {presentation.name
                          ? `${presentation.name} (${presentation.number})`
                          : presentation.number}
                      </Link>
                    ),
                  },
                  {
                    label: t('presentations:column.company'),
                    value: (
                      <Link className="link" to={`/companies/${presentation.companyId}`}>
                        {presentation.companyName}
                      </Link>
                    ),
                  },
                  {
                    label: t('presentations:column.need'),
                    value: presentation.needId && (
                      <Link className="link" to={`/needs/${presentation.needId}`}>
                        {presentation.needTitle}
                      </Link>
                    ),
                  },
                  {
                    label: t('presentations:field.tier'),
                    value: t(`consents:tier.${presentation.tier}` as TextKey),
                  },
                  { label: t('presentations:reference'), value: profileReference(presentation.id) },
                  {
                    label: t('presentations:column.sent'),
                    value: [format.moment(presentation.sentAt), presentation.senderName]
                      .filter(Boolean)
                      .join(', '),
                  },
                  { label: t('presentations:column.expires'), value: format.day(presentation.expiresOn) },
                  { label: t('presentations:field.message'), value: presentation.message },
                  {
                    label: t('lists:open'),
                    value: presentation.hasList && (
                      <Link className="link" to={`${base}/list`}>
                        {t('lists:one.from_presentation')}
                      </Link>
                    ),
                  },
                ]}
              />
            </Card>
          </Section>
          <Section id="views" title={t('presentations:views')}>
            {views.length === 0 ? (
              <p className="text-soft">{t('presentations:not_viewed')}</p>
            ) : (
              <ul className="space-y-1">
                {views.map((view) => (
                  <li key={`${view.what}-${view.at.toISOString()}`}>
                    {format.moment(view.at)}: {view.name},{' '}
                    {t(view.what === 'cv' ? 'presentations:viewed_cv' : 'presentations:viewed_profile')}
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Section id="timeline" title={t('ui:timeline')}>
            <ActivityFeed timeline={timeline} />
          </Section>
        </div>
        <Section id="profile" title={t('presentations:what_was_shown')}>
          <ProfileCard profile={presentation.profile} match={presentation.match} />
        </Section>
      </div>
    </Page>
  )
}
