import { useText } from '~/texts/use-text'
import { Badge, type Tone } from '~/ui/page'
import type { Stage } from './stage'

const tones: Record<Stage, Tone> = {
  identified: 'plain',
  contacting: 'info',
  interested: 'info',
  meeting_agreed: 'info',
  needs_known: 'info',
  joined: 'good',
  active: 'good',
  dormant: 'warn',
  ended: 'plain',
  not_now: 'warn',
  declined: 'plain',
  do_not_contact: 'bad',
  unsuitable: 'plain',
}

/** How far a company has come in a round. */
export function StageBadge({ stage }: { stage: string }) {
  const { t } = useText()
  const known = stage as Stage
  return <Badge tone={tones[known]}>{t(`companies:stages.${known}`)}</Badge>
}
