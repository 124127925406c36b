import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { listOpenQuestions } from '~/candidates/consent-questions.server'
import { db } from '~/platform/db.server'
import { listPlansFor } from '~/presentations/plans.server'
import { planStanding } from '~/presentations/presentation'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Card, Section } from '~/ui/page'
import { findOwnDetails } from '../own-data.server'
import { OwnPage } from '../own-page'
import { PresentationLines } from '../own-presentations'
import { listOwnPresentations } from '../own-presentations.server'
import { ownCandidateId } from '../own-session.server'
import { WaitingForPerson } from '../waiting-for-person'

export const meta = pageTitle('person:title')

const NEWEST = 3

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const candidateId = ownCandidateId(viewer)
  const [details, questions, plans, presentations] = await Promise.all([
    findOwnDetails(db, candidateId),
    listOpenQuestions(db, candidateId),
    listPlansFor(db, candidateId),
    listOwnPresentations(db, candidateId, { page: 1, pageSize: NEWEST }),
  ])
  return {
    name: details.name,
    coachName: details.coachName,
    nextStep: details.nextStep,
    nextStepOn: details.nextStepOn,
    questions: questions.map(({ id, tier, companyName, roundName }) => ({
      id,
      tier,
      to: companyName ?? roundName,
    })),
    plans: plans
      .filter((plan) => planStanding(plan) === 'waiting')
      .map(({ id, companyName, needTitle }) => ({ id, companyName, needTitle })),
    presentations: presentations.rows,
  }
}

export default function Own() {
  const { t, format } = useText()
  const { name, coachName, nextStep, nextStepOn, questions, plans, presentations } =
    useLoaderData<typeof loader>()
  return (
    <OwnPage title={t('person:hello', { name })} lead={t('person:lead')}>
      {nextStep && (
        <Section id="next-step" title={t('person:next_step')}>
          <Card>
            <p>{nextStep}</p>
            {nextStepOn && <p className="text-soft">{format.day(nextStepOn)}</p>}
          </Card>
        </Section>
      )}
      <Section id="waiting" title={t('person:waiting')}>
        <WaitingForPerson plans={plans} questions={questions} />
      </Section>
      <Section id="shown" title={t('person:shown_title')}>
        <PresentationLines presentations={presentations} />
        <p className="mt-3">
          <Link className="link" to="/own/presentations">
            {t('person:all_presentations')}
          </Link>
        </p>
      </Section>
      <Section id="rights" title={t('person:rights')}>
        <ul className="space-y-2">
          {(
            [
              ['/own/consents', 'person:to_consents'],
              ['/own/data', 'person:to_data'],
              ['/own/history', 'history:title'],
              ['/own/contacts', 'history:own_contact.title'],
              ['/own/profile', 'person:to_profile'],
              ['/own/assessments', 'person:to_assessments'],
              ['/own/readings', 'person:to_readings'],
              ['/own/requests', 'person:to_requests'],
            ] as const
          ).map(([to, text]) => (
            <li key={to}>
              <Link className="link inline-flex min-h-11 items-center" to={to}>
                {t(text)}
              </Link>
            </li>
          ))}
        </ul>
        {coachName && <p className="mt-4 text-soft">{t('person:coach', { name: coachName })}</p>}
      </Section>
    </OwnPage>
  )
}
