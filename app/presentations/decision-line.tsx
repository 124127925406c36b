import type { MatchDecision } from '~/needs/match-decisions.server'
import { useText } from '~/texts/use-text'
import { ActionButton } from '~/ui/form'

/** Who decided to put somebody forward or to leave somebody out, with a way back for whoever may. */
export function DecisionLine({
  decision: { decision, reason, deciderName, decidedAt },
  undo,
}: {
  decision: {
    decision: MatchDecision
    reason: string | null
    deciderName: string | null
    decidedAt: Date
  }
  undo: string | false
}) {
  const { t, format } = useText()
  const who = { reason: reason ?? '', name: deciderName ?? '', day: format.moment(decidedAt) }
  return (
    <p className="mt-3 flex flex-wrap items-center gap-3">
      {t(decision === 'left_out' ? 'lists:leaving_out.said' : 'lists:leaving_out.chosen', who)}
      {undo && <ActionButton action={undo}>{t('lists:leaving_out.undo')}</ActionButton>}
    </p>
  )
}
