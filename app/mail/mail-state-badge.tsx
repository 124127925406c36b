import { useText } from '~/texts/use-text'
import { Badge } from '~/ui/page'

type State = {
  withheldReason: string | null
  sentAt: Date | null
  sentBy: string | null
  lastProblem: string | null
}

/** Whether a mail waits, was sent, was held back because its company may not be mailed, or stays in Silta because there is no mail service. */
export function MailStateBadge({ mail }: { mail: State }) {
  const { t } = useText()
  if (mail.withheldReason) return <Badge tone="bad">{t('mail:states.withheld')}</Badge>
  if (!mail.sentAt) return <Badge tone={mail.lastProblem ? 'bad' : 'warn'}>{t('mail:states.waiting')}</Badge>
  if (mail.sentBy) return <Badge tone="good">{t('mail:states.sent')}</Badge>
  return <Badge tone="info">{t('mail:states.kept')}</Badge>
}
