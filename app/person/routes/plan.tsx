import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { consentStates } from '~/candidates/consent-states.server'
import { currentConsentTexts } from '~/candidates/consents.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { findPlanFor } from '~/presentations/plans.server'
import { PlanAnswerForm, planStanding } from '~/presentations/presentation'
import { ProfileCard } from '~/presentations/profile-card'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Choices, TextArea } from '~/ui/form-fields'
import { Card, Notice, Section } from '~/ui/page'
import { OwnPage } from '../own-page'
import { answerOwnPlan } from '../own-plan.server'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('person:plan.one_title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const candidateId = ownCandidateId(viewer)
  const plan = orNotFound(await findPlanFor(db, candidateId, idParam(params, 'planId')))
  const [texts, states] = await Promise.all([
    currentConsentTexts(db),
    consentStates(db, { ...plan, candidateIds: [candidateId] }),
  ])
  const consented = states.get(candidateId)?.state === 'given'
  const text = texts.find(({ tier }) => tier === plan.tier)?.[viewer.language] ?? ''
  return { plan, standing: planStanding(plan), text: consented ? null : text }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const candidateId = ownCandidateId(viewer)
  const plan = orNotFound(await findPlanFor(db, candidateId, idParam(params, 'planId')))

  const form = await parseForm(request, PlanAnswerForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await answerOwnPlan(trx, viewer, candidateId, plan, form.value)))
      return form.conflict('person:plan.answered_before')
    return { to: '/own', toast: { text: `person:plan.saved_${form.value.answer}` } }
  })
}

export default function OwnPlan() {
  const { t, format } = useText()
  const { plan, standing, text } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t('person:plan.one_title')}
      lead={t('person:plan.one_lead', { contact: plan.contactName, company: plan.companyName })}
      up={{ to: '/own', label: t('person:title') }}
    >
      <Section id="profile" title={t('person:plan.would_see')}>
        <p className="mb-3 text-soft">
          {t('person:plan.until', { day: format.day(plan.expiresOn) })}{' '}
          {plan.tier === 'T1' ? t('person:plan.no_name') : t('person:plan.with_name')}
        </p>
        {plan.message && <Notice title={t('person:message_to_employer')}>{plan.message}</Notice>}
        <ProfileCard profile={plan.profile} match={plan.match} />
        {plan.cvId && (
          <p className="mt-3">
            <a className="link" href={`/own/cvs/${plan.cvId}/file`}>
              {t('person:plan.cv_too')}
            </a>
          </p>
        )}
      </Section>
      <Section id="answer" title={t('person:plan.your_answer')}>
        {standing !== 'waiting' ? (
          <p>{t(`person:plan.standing.${standing}`)}</p>
        ) : (
          <>
            <p className="mb-3">{t('person:plan.free')}</p>
            {text && (
              <Card className="mb-4">
                <p className="mb-2 font-semibold">{t('person:plan.consent_too')}</p>
                <p>{text}</p>
              </Card>
            )}
            <Form>
              <Choices
                name="answer"
                label={t('person:plan.may_we')}
                options={[
                  { value: 'accepted', label: t('person:plan.accept') },
                  { value: 'declined', label: t('person:plan.decline') },
                ]}
              />
              <TextArea
                name="reason"
                label={t('person:plan.why')}
                hint={t('person:optional_hint')}
                optional
              />
              <Submit>{t('person:question.save')}</Submit>
            </Form>
          </>
        )}
      </Section>
    </OwnPage>
  )
}
