import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { recordReading } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import type { TextKey } from '~/texts/text-keys'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Card, Facts, Page, Section } from '~/ui/page'
import { findPlan } from '../plans.server'
import { planStanding } from '../presentation'
import { PlanBadge } from '../presentation-badges'
import { KeptProfile } from '../profile-card'

export const meta = pageTitle<typeof loader>((data, t) =>
  t('presentations:plan.one_title', { number: data.plan.number }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.read')
  const plan = orNotFound(await findPlan(db, viewer, idParam(params, 'planId')))
  await recordReading(db, viewer.userId, 'presentation_preview', { candidateId: plan.candidateId })
  return { plan, standing: planStanding(plan), mayWrite: may(viewer, 'presentations.write') }
}

export default function PlanPage() {
  const { t, format } = useText()
  const { plan, standing, mayWrite } = useLoaderData<typeof loader>()
  const base = `/presentations/plans/${plan.id}`
  return (
    <Page
      title={
        <>
          {t('presentations:plan.one_title', { number: plan.number })} <PlanBadge standing={standing} />
        </>
      }
      lead={t('presentations:one_lead', { contact: plan.contactName, company: plan.companyName })}
      up={{ to: '/presentations/plans', label: t('presentations:plan.title') }}
      actions={
        <>
          {mayWrite && standing === 'accepted' && (
            <ActionButton look="primary" action={`${base}/sending`}>
              {t('presentations:plan.send')}
            </ActionButton>
          )}
          {mayWrite && (standing === 'accepted' || standing === 'waiting') && (
            <ActionButton action={`${base}/cancellation`}>{t('presentations:plan.cancel')}</ActionButton>
          )}
          {plan.presentationId && (
            <ButtonLink to={`/presentations/${plan.presentationId}`}>
              {t('presentations:plan.to_presentation')}
            </ButtonLink>
          )}
        </>
      }
    >
      <div className="grid gap-x-8 lg:grid-cols-2">
        <Section id="facts" title={t('ui:details')}>
          <Card>
            <Facts
              facts={[
                {
                  label: t('presentations:column.candidate'),
                  value: (
                    <Link className="link" to={`/candidates/${plan.candidateId}`}>
                      {plan.name ? `${plan.name} (${plan.number})` : plan.number}
                    </Link>
                  ),
                },
                { label: t('presentations:column.need'), value: plan.needTitle },
                {
                  label: t('presentations:field.tier'),
                  value: t(`consents:tier.${plan.tier}` as TextKey),
                },
                {
                  label: t('presentations:plan.planned'),
                  value: [format.moment(plan.plannedAt), plan.plannerName].filter(Boolean).join(', '),
                },
                {
                  label: t('presentations:plan.answered'),
                  value: plan.answeredAt && format.moment(plan.answeredAt),
                },
                { label: t('presentations:plan.answer_reason'), value: plan.answerReason },
                { label: t('presentations:column.expires'), value: format.day(plan.expiresOn) },
                { label: t('presentations:field.message'), value: plan.message },
                { label: t('presentations:second_look.reason'), value: plan.secondLook },
              ]}
            />
          </Card>
        </Section>
        <Section id="profile" title={t('presentations:preview')}>
          <KeptProfile profile={plan.profile} match={plan.match} />
        </Section>
      </div>
    </Page>
  )
}
