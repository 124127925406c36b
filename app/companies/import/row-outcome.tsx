import { unpackText } from '~/texts/text'
import { useText } from '~/texts/use-text'
import { Badge, type Tone } from '~/ui/page'
import { isMunicipality, municipalityOfKey } from '../region'
import { fieldOfColumn, updatableColumns } from './company-field'
import type { ImportRow } from './import-rows.server'
import type { RowResult } from './row-result'
import { leftReason } from './undo-reason'

const tones: Record<RowResult, Tone> = {
  new: 'good',
  updated: 'info',
  known: 'plain',
  duplicate: 'warn',
  skipped: 'plain',
  refused: 'bad',
}

export function RowResultBadge({ result }: { result: RowResult }) {
  const { t } = useText()
  return <Badge tone={tones[result]}>{t(`imports:results.${result}`)}</Badge>
}

/** What is wrong with a row, what it changes, and after an undo why something was left alone. */
export function RowOutcome({
  row,
}: {
  row: Pick<ImportRow, 'problems' | 'changes' | 'leftAlone' | 'place' | 'placeKey'>
}) {
  const { t } = useText()
  const municipality = row.placeKey ? municipalityOfKey(row.placeKey) : undefined
  const changes = updatableColumns.flatMap((column) => {
    const change = row.changes[column]
    return change ? [{ column, before: change[0], after: change[1] }] : []
  })
  return (
    <ul>
      {row.problems.map((packed) => {
        const { key, params } = unpackText(`companies:problem.${packed}`)
        return <li key={packed}>{t(key, params)}</li>
      })}
      {row.place && !isMunicipality(row.place) && (
        <li className="text-soft">
          {municipality
            ? t('imports:place_in', { place: row.place, municipality })
            : t('imports:place_kept', { place: row.place })}
        </li>
      )}
      {changes.map(({ column, before, after }) => (
        <li key={column} className="break-words">
          {t('imports:change', {
            field: t(`companies:fields.${fieldOfColumn(column)}`),
            before: shortened(before) ?? t('imports:empty_value'),
            after: shortened(after) ?? '',
          })}
        </li>
      ))}
      {row.leftAlone.map((code) => {
        const reason = leftReason(code)
        return (
          <li key={code} className="font-medium">
            {reason.column
              ? t('imports:left_reasons.changed_field', {
                  field: t(`companies:fields.${fieldOfColumn(reason.column)}`),
                })
              : t(`imports:left_reasons.${reason.why}`)}
          </li>
        )
      })}
    </ul>
  )
}

/** A web text has pages; a cell has a line. */
function shortened(value: string | null): string | null {
  return value && value.length > 80 ? `${value.slice(0, 80)}…` : value
}
