import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { listPlansFor } from '~/presentations/plans.server'
import { planStanding } from '~/presentations/presentation'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Pagination } from '~/ui/data-table'
import { Badge, Section } from '~/ui/page'
import { OwnPage } from '../own-page'
import { PresentationLines } from '../own-presentations'
import { listOwnPresentations } from '../own-presentations.server'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('person:shown_title')

const PRESENTATIONS_ON_A_PAGE = 25

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const candidateId = ownCandidateId(viewer)
  const list = readListParams(request.url, { sorts: ['sent'], pageSize: PRESENTATIONS_ON_A_PAGE })
  const [presentations, plans] = await Promise.all([
    listOwnPresentations(db, candidateId, list),
    listPlansFor(db, candidateId),
  ])
  return {
    list,
    presentations,
    plans: plans
      .map((plan) => ({
        id: plan.id,
        companyName: plan.companyName,
        needTitle: plan.needTitle,
        plannedAt: plan.plannedAt,
        standing: planStanding(plan),
      }))
      .filter(({ standing }) => standing !== 'sent'),
  }
}

export default function OwnPresentations() {
  const { t, format } = useText()
  const { list, presentations, plans } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t('person:shown_title')}
      lead={t('person:shown_lead')}
      up={{ to: '/own', label: t('person:title') }}
    >
      {plans.length > 0 && (
        <Section id="plans" title={t('person:plan.title')}>
          <ul className="divide-y divide-line rounded-lg border border-line bg-card">
            {plans.map((plan) => (
              <li key={plan.id} className="px-4 py-3">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <Link className="link font-medium" to={`/own/plans/${plan.id}`}>
                    {plan.companyName}
                  </Link>
                  <Badge tone={plan.standing === 'waiting' ? 'info' : 'plain'}>
                    {t(`person:plan.standing.${plan.standing}`)}
                  </Badge>
                </p>
                <p className="text-base text-soft">
                  {[plan.needTitle, format.moment(plan.plannedAt)].filter(Boolean).join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="sent" title={t('person:sent_title')}>
        <PresentationLines presentations={presentations.rows} />
        <Pagination list={list} total={presentations.total} capped={presentations.capped} />
        <p className="mt-4">
          <Link className="link" to="/own/lists">
            {t('lists:own.title')}
          </Link>
        </p>
      </Section>
    </OwnPage>
  )
}
