import type { ConsentTier } from '~/candidates/consent'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Card } from '~/ui/page'

/** The planned presentations and the questions of consent that wait for the person's word. */
export function WaitingForPerson({
  plans,
  questions,
}: {
  plans: { id: string; companyName: string; needTitle: string | null }[]
  questions: { id: string; tier: ConsentTier; to: string | null }[]
}) {
  const { t } = useText()
  if (plans.length + questions.length === 0) return <p className="text-soft">{t('person:nothing_waits')}</p>
  return (
    <ul className="space-y-3">
      {plans.map((plan) => (
        <li key={plan.id}>
          <Card>
            <p className="mb-3">
              {t(plan.needTitle ? 'person:plan.waits_need' : 'person:plan.waits', {
                company: plan.companyName,
                need: plan.needTitle ?? '',
              })}
            </p>
            <ButtonLink look="primary" to={`/own/plans/${plan.id}`}>
              {t('person:plan.look')}
            </ButtonLink>
          </Card>
        </li>
      ))}
      {questions.map((question) => (
        <li key={question.id}>
          <Card>
            <p className="mb-3">
              {t(`person:question.short.${question.tier}`)} {question.to && <strong>{question.to}</strong>}
            </p>
            <ButtonLink look="primary" to={`/own/questions/${question.id}`}>
              {t('person:question.look')}
            </ButtonLink>
          </Card>
        </li>
      ))}
    </ul>
  )
}
