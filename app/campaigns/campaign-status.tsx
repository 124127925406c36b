import { useText } from '~/texts/use-text'
import { Badge, type Tone } from '~/ui/page'
import type { CampaignStatus } from './campaign'

const tones: Record<CampaignStatus, Tone> = {
  list_building: 'plain',
  list_approved: 'info',
  running: 'good',
  paused: 'warn',
  closed: 'plain',
}

export function CampaignStatusBadge({ status }: { status: string }) {
  const { t } = useText()
  const known = status as CampaignStatus
  return <Badge tone={tones[known]}>{t(`campaigns:status.${known}`)}</Badge>
}
