import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Badge, type Tone } from '~/ui/page'
import type { PlanStanding } from './presentation'

const STANDING_TONES: Record<string, Tone> = {
  sent: 'plain',
  viewed: 'info',
  answered: 'good',
  expired: 'warn',
  revoked: 'bad',
  closed: 'plain',
}
const PLAN_TONES: Record<PlanStanding, Tone> = {
  waiting: 'plain',
  accepted: 'good',
  declined: 'bad',
  cancelled: 'plain',
  sent: 'info',
}
const ANSWER_TONES: Record<string, Tone> = { interested: 'good', not_now: 'plain', tell_me_more: 'warn' }

export function StandingBadge({ standing }: { standing: string }) {
  const { t } = useText()
  return <Badge tone={STANDING_TONES[standing]}>{t(`presentations:standing.${standing}` as TextKey)}</Badge>
}

export function PlanBadge({ standing }: { standing: PlanStanding }) {
  const { t } = useText()
  return <Badge tone={PLAN_TONES[standing]}>{t(`presentations:plan.standing.${standing}`)}</Badge>
}

export function AnswerBadge({ answer }: { answer: string }) {
  const { t } = useText()
  return <Badge tone={ANSWER_TONES[answer]}>{t(`presentations:answer.${answer}` as TextKey)}</Badge>
}
