import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { EmptyState, Page } from '~/ui/page'
import { listOpenPlans } from '../plans.server'
import { planStanding } from '../presentation'
import { PlanBadge } from '../presentation-badges'

export const meta = pageTitle('presentations:plan.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.read')
  return { plans: await listOpenPlans(db, viewer) }
}

export default function Plans() {
  const { t, format } = useText()
  const { plans } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('presentations:plan.title')}
      lead={t('presentations:plan.lead')}
      up={{ to: '/presentations', label: t('presentations:title') }}
    >
      {plans.length === 0 ? (
        <EmptyState title={t('presentations:plan.none')}>{t('presentations:plan.none_lead')}</EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-card">
          {plans.map((plan) => (
            <li
              key={plan.id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-2"
            >
              <div className="min-w-0 grow basis-60">
                <Link className="link font-medium" to={`/presentations/plans/${plan.id}`}>
                  {plan.name ? `${plan.name} (${plan.number})` : plan.number}
                </Link>{' '}
                <span>{plan.companyName}</span>
                <p className="text-sm text-soft">
                  {[plan.needTitle, format.moment(plan.plannedAt), plan.plannerName]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              <PlanBadge standing={planStanding(plan)} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
