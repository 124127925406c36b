import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Badge, type Tone } from '~/ui/page'

const STANDING_TONES: Record<string, Tone> = {
  sent: 'plain',
  viewed: 'info',
  answered: 'good',
  expired: 'warn',
  revoked: 'bad',
  closed: 'plain',
}
const ANSWER_TONES: Record<string, Tone> = { interested: 'good', not_now: 'plain', tell_me_more: 'warn' }

export function StandingBadge({ standing }: { standing: string }) {
  const { t } = useText()
  return <Badge tone={STANDING_TONES[standing]}>{t(`presentations:standing.${standing}` as TextKey)}</Badge>
}

export function AnswerBadge({ answer }: { answer: string }) {
  const { t } = useText()
  return <Badge tone={ANSWER_TONES[answer]}>{t(`presentations:answer.${answer}` as TextKey)}</Badge>
}
