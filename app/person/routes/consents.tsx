import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { listBlockedCompanies } from '~/candidates/blocked-companies.server'
import { listOpenQuestions } from '~/candidates/consent-questions.server'
import { listConsents } from '~/candidates/consents.server'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Section } from '~/ui/page'
import { OwnAnswers } from '../own-answers'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('person:consent.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const candidateId = ownCandidateId(viewer)
  const [questions, consents, blocked] = await Promise.all([
    listOpenQuestions(db, candidateId),
    listConsents(db, viewer, candidateId),
    listBlockedCompanies(db, viewer, candidateId),
  ])
  return { questions, consents, blocked }
}

export default function OwnConsents() {
  const { t } = useText()
  const { questions, consents, blocked } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t('person:consent.title')}
      lead={t('person:consent.lead')}
      up={{ to: '/own', label: t('person:title') }}
    >
      {questions.length > 0 && (
        <Section id="questions" title={t('person:consent.asked')}>
          <ul className="space-y-2">
            {questions.map((question) => (
              <li key={question.id}>
                <Link className="link inline-flex min-h-11 items-center" to={`/own/questions/${question.id}`}>
                  {t(`consents:tier.${question.tier}`)} {question.companyName ?? question.roundName ?? ''}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="answers" title={t('person:consent.answers')}>
        <OwnAnswers consents={consents} />
      </Section>
      <Section
        id="blocked"
        title={t('person:blocked.title')}
        actions={<ButtonLink to="/own/blocked-companies/new">{t('candidates:blocked.add')}</ButtonLink>}
      >
        <p className="mb-3 text-soft">{t('person:blocked.lead')}</p>
        {blocked.length === 0 ? (
          <p className="text-soft">{t('candidates:blocked.none')}</p>
        ) : (
          <ul className="divide-y divide-line rounded-lg border border-line bg-card">
            {blocked.map((company) => (
              <li key={company.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-2">
                {company.name}
                <ActionButton look="quiet" action={`/own/blocked-companies/${company.id}/removal`}>
                  {t('candidates:blocked.remove')}
                  <span className="sr-only"> {company.name}</span>
                </ActionButton>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </OwnPage>
  )
}
