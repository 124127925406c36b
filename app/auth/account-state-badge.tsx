import { useText } from '~/texts/use-text'
import { Badge, type Tone } from '~/ui/page'
import type { AccountState } from './account'

const tones: Record<AccountState, Tone> = {
  active: 'good',
  invited: 'info',
  expired: 'warn',
  closed: 'plain',
}

export function AccountStateBadge({ state }: { state: AccountState }) {
  const { t } = useText()
  return <Badge tone={tones[state]}>{t(`auth:states.${state}`)}</Badge>
}
