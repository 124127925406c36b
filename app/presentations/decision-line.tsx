import type { MatchDecision } from '~/needs/match-decisions.server'
import { useText } from '~/texts/use-text'
import { ActionButton, Form, Submit } from '~/ui/form'
import { Field } from '~/ui/form-fields'

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

/** Puts somebody forward as a draft, with a reason where there is one to tell. */
export function PutForward({ action }: { action: string }) {
  const { t } = useText()
  return (
    <div className="mt-4 max-w-xl">
      <Form action={action}>
        <Field name="reason" label={t('ui:reason')} hint={t('suggestions:draft.reason_hint')} optional />
        <Submit look="secondary">{t('suggestions:accept')}</Submit>
      </Form>
    </div>
  )
}
