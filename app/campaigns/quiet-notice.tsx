import { useText } from '~/texts/use-text'
import { Notice } from '~/ui/page'
import type { Quiet } from './calling-times.server'

/** Why nobody is called just now, and when calls go on. */
export function QuietNotice({ quiet }: { quiet: Quiet | null }) {
  const { t, format, language } = useText()
  if (!quiet) return null
  return (
    <Notice tone="warn">
      {t(`queue:quiet.${quiet.why}`, {
        when: format.moment(quiet.until),
        holiday: quiet.holiday?.[language] ?? '',
      })}{' '}
      {t('queue:quiet.agreed')}
    </Notice>
  )
}
