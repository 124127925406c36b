import { useText } from '~/texts/use-text'
import { Badge, type Tone } from '~/ui/page'
import type { RequestStanding } from './request'

const TONES: Record<RequestStanding, Tone> = {
  open: 'info',
  extended: 'warn',
  overdue: 'bad',
  answered: 'good',
}

export function RequestBadge({ standing }: { standing: RequestStanding }) {
  const { t } = useText()
  return <Badge tone={TONES[standing]}>{t(`requests:standing.${standing}`)}</Badge>
}
