import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Badge, Card, Facts } from '~/ui/page'
import { type CallOutcome, isPositive, type refusalReasons } from './call-outcome'
import type { CallAnswers } from './calls.server'
import type { CardFacts } from './card-facts.server'
import { OutcomeBadge } from './outcome-badge'

/** What came of an ended call, and the ways on: a meeting, a need made of the skills named. */
export function CallResult({
  card,
  answers,
  may,
}: {
  card: CardFacts
  answers: CallAnswers
  /** Which next steps the viewer's roles may take. */
  may: { meeting: boolean; need: boolean }
}) {
  const { t, format } = useText()
  const degree = (value: string | null) => value && t(`campaigns:degree.${value as 'yes'}`)
  return (
    <Card className="mb-6">
      <h2 className="mb-3 text-lg font-semibold">{t('campaigns:outcome_title')}</h2>
      <Facts
        facts={[
          {
            label: t('campaigns:outcome_label'),
            value: card.outcome && (
              <>
                <OutcomeBadge outcome={card.outcome} />{' '}
                {card.undone && <Badge tone="warn">{t('campaigns:undone')}</Badge>}
              </>
            ),
          },
          { label: t('campaigns:ended_at'), value: card.endedAt && format.moment(card.endedAt) },
          { label: t('campaigns:caller'), value: card.callerName },
          { label: t('campaigns:spoke_with'), value: answers.contactName },
          {
            label: t('campaigns:refusal_reason'),
            value:
              answers.reason && t(`campaigns:refusal.${answers.reason as (typeof refusalReasons)[number]}`),
          },
          {
            label: t('campaigns:callback_at'),
            value: answers.callbackAt && format.moment(answers.callbackAt),
          },
          { label: t('campaigns:until'), value: answers.noNeedUntil && format.day(answers.noNeedUntil) },
          { label: t('campaigns:recruiting_difficulty'), value: degree(answers.recruitingDifficulty) },
          { label: t('campaigns:limits_growth'), value: degree(answers.limitsGrowth) },
          {
            label: t('companies:engagement.motives_label'),
            value: format.list(
              answers.motives.map((motive) => t(`companies:engagement.motives.${motive as 'other'}`)),
            ),
          },
          { label: t('campaigns:skills_needed'), value: answers.skillsNeeded.join(', ') },
          { label: t('campaigns:meeting_wish'), value: answers.meetingWish },
          { label: t('campaigns:wording'), value: answers.wording && <q>{answers.wording}</q> },
          ...answers.ownAnswers.map(({ question, answer }) => ({ label: question, value: answer })),
          { label: t('ui:note'), value: answers.note },
          {
            label: t('calls:script.version'),
            value: answers.scriptNumber && (
              <Link
                className="link"
                to={`/campaigns/${card.campaignId}/script?version=${answers.scriptNumber}`}
              >
                {format.number(answers.scriptNumber)}
              </Link>
            ),
          },
          {
            label: t('calls:recording.told_at'),
            value: answers.recordingToldAt && format.moment(answers.recordingToldAt),
          },
        ]}
      />
      {!card.undone && (may.meeting || may.need) && isPositive(card.outcome as CallOutcome) && (
        <p className="mt-4 flex flex-wrap gap-2">
          {may.meeting && (
            <ButtonLink to={`/meetings/new?call=${card.id}`}>{t('campaigns:agree_meeting')}</ButtonLink>
          )}
          {may.need && answers.skillsNeeded.length > 0 && (
            <ButtonLink to={`/needs/new?call=${card.id}`}>{t('campaigns:make_need')}</ButtonLink>
          )}
        </p>
      )}
    </Card>
  )
}
