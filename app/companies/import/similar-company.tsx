import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Form, HiddenField, Submit } from '~/ui/form'
import type { KnownCompany } from '../duplicates/known-companies'
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
  compareAt,
  back = '',
}: {
  row: Given
  /** Where the decision is posted to; without it nothing can be decided. */
  decideAt?: string
  /** Where the row stands beside all known companies that it may be. */
  compareAt?: string
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
          ({row.similarReasons.map((reason) => t(`duplicates:reasons.${reason}`)).join(', ')}){' '}
          {compareAt && (
            <Link className="link" to={compareAt}>
              {t('imports:compare')}
              <span className="sr-only"> {t('imports:row_title', { line: row.line })}</span>
            </Link>
          )}
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

/** Further known companies that the row may be, each with its reasons and the button that says it is this one. */
export function OtherKnownCompanies({ others, decideAt }: { others: KnownCompany[]; decideAt: string }) {
  const { t } = useText()
  if (others.length === 0) return null
  return (
    <section aria-labelledby="others">
      <h2 id="others" className="mb-1 font-semibold">
        {t('imports:other_candidates')}
      </h2>
      <ul className="space-y-2">
        {others.map(({ id, name, businessId, municipality, reasons }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <Link className="link" to={`/companies/${id}`}>
              {name}
            </Link>
            <span className="text-sm">
              {[businessId, municipality, ...reasons.map((reason) => t(`duplicates:reasons.${reason}`))]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <Form action={decideAt} className="relative" label={name}>
              <HiddenField name="known" value={id} />
              <Submit look="quiet" name="decision" value="known">
                {t('imports:decisions.known')}
                <span className="sr-only"> {name}</span>
              </Submit>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What happens to the row if nobody says otherwise; nothing of these for one that only repeats another. */
function decisionInForce({ decision, matched, repeats }: Given): RowDecision | null {
  if (decision) return decision
  if (matched) return 'known'
  return repeats ? null : 'new'
}
