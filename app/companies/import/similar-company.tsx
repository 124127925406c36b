import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Form, HiddenField, Submit } from '~/ui/form'
import type { ImportRow } from './import-rows.server'
import { type RowDecision, rowDecisions } from './row-result'

type Given = Pick<
  ImportRow,
  'line' | 'similarId' | 'similarName' | 'similarReasons' | 'decision' | 'matched' | 'repeats'
>

/**
 * The known company that a row is or probably is, and why; before the commit, what to do about it. A row without a
 * business ID that repeats another can be taken as a company of its own too.
 */
export function SimilarCompany({
  row,
  decideAt,
  back = '',
}: {
  row: Given
  /** Where the decision is posted to; without it nothing can be decided. */
  decideAt?: string
  back?: string
}) {
  const { t } = useText()
  if (!row.similarId && !row.repeats) return null
  const decisions = row.similarId ? rowDecisions : rowDecisions.filter((decision) => decision !== 'known')
  return (
    <div className="space-y-1">
      {row.similarId && (
        <p>
          {t(row.matched ? 'imports:matched_to' : 'imports:similar_to')}{' '}
          <Link className="link" to={`/companies/${row.similarId}`}>
            {row.similarName}
          </Link>{' '}
          ({row.similarReasons.map((reason) => t(`duplicates:reasons.${reason}`)).join(', ')})
        </p>
      )}
      {decideAt && (
        <Form
          action={decideAt}
          className="relative flex flex-wrap gap-1"
          label={t('imports:row_title', { line: row.line })}
        >
          <HiddenField name="back" value={back} />
          {decisions.map((decision) => (
            <Submit
              key={decision}
              look="quiet"
              name="decision"
              value={decision}
              pressed={decisionInForce(row) === decision}
            >
              {t(`imports:decisions.${decision}`)}
            </Submit>
          ))}
        </Form>
      )}
    </div>
  )
}

/** What happens to the row if nobody says otherwise; nothing of these for one that only repeats another. */
function decisionInForce({ decision, matched, repeats }: Given): RowDecision | null {
  if (decision) return decision
  if (matched) return 'known'
  return repeats ? null : 'new'
}
