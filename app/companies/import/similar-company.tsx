import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Form, HiddenField, Submit } from '~/ui/form'
import type { ImportRow } from './import-rows.server'
import { rowDecisions } from './row-result'

/** The known company that a new row probably is and why; before the commit, what to do about it. */
export function SimilarCompany({
  row,
  decideAt,
  back = '',
}: {
  row: Pick<ImportRow, 'line' | 'similarId' | 'similarName' | 'similarReasons' | 'decision'>
  /** Where the decision is posted to; without it nothing can be decided. */
  decideAt?: string
  back?: string
}) {
  const { t } = useText()
  if (!row.similarId) return null
  return (
    <div className="space-y-1">
      <p>
        {t('imports:similar_to')}{' '}
        <Link className="link" to={`/companies/${row.similarId}`}>
          {row.similarName}
        </Link>{' '}
        ({row.similarReasons.map((reason) => t(`duplicates:reasons.${reason}`)).join(', ')})
      </p>
      {decideAt && (
        <Form
          action={decideAt}
          className="relative flex flex-wrap gap-1"
          label={t('imports:row_title', { line: row.line })}
        >
          <HiddenField name="back" value={back} />
          {rowDecisions.map((decision) => (
            <Submit
              key={decision}
              look="quiet"
              name="decision"
              value={decision}
              pressed={(row.decision ?? 'new') === decision}
            >
              {t(`imports:decisions.${decision}`)}
            </Submit>
          ))}
        </Form>
      )}
    </div>
  )
}
