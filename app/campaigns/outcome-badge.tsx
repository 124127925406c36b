import { useText } from '~/texts/use-text'
import { Badge, type Tone } from '~/ui/page'
import type { CallOutcome } from './call-outcome'

const tones: Partial<Record<CallOutcome, Tone>> = {
  interested: 'good',
  joins_now: 'good',
  callback: 'info',
  wrong_person: 'info',
  asked_no_more_contact: 'bad',
  wrong_number: 'warn',
}

export function OutcomeBadge({ outcome }: { outcome: string }) {
  const { t } = useText()
  const known = outcome as CallOutcome
  return <Badge tone={tones[known]}>{t(`calls:outcome.${known}`)}</Badge>
}
