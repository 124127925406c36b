import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import type { Grouping } from './equal-chances'
import { type SafeTable, SMALLEST_PUBLISHED } from './safe-table'

type Row = { id: string; name: string; counts: (number | null)[]; total: number }

/** People of each group by how far they have come, with the sums; hidden counts say that they are. */
export function ChanceTable({ grouping, table }: { grouping: Grouping; table: SafeTable }) {
  const { t, format } = useText()
  const nameOf = (group: string) => {
    if (group === 'other' || group === 'not_told') return t(`chances:${group}`)
    return grouping === 'group_language' ? format.language(group) : group
  }
  const rows: Row[] = [
    ...table.rows.map(({ groups, counts, total }) => ({
      id: groups.join(),
      name: groups.map(nameOf).join(', '),
      counts,
      total,
    })),
    { id: 'all', name: t('chances:all'), counts: table.totals, total: table.total },
  ]
  const columns: Column<Row>[] = [
    { id: 'group', header: t('chances:group'), cell: ({ name }) => name },
    ...table.columns.map((classes, index): Column<Row> => {
      const [first = '', ...others] = classes.map((name) => t(`chances:class.${name}` as TextKey))
      const last = others.at(-1)
      return {
        id: classes.join(),
        // Joined columns lie side by side on the way, so the first and the last name them.
        header: last ? t('chances:from_to', { first, last }) : first,
        align: 'right',
        cell: ({ counts }) => <Count count={counts[index] ?? null} />,
      }
    }),
    {
      id: 'total',
      header: t('chances:people'),
      align: 'right',
      cell: ({ total }) => <Count count={total} />,
    },
  ]
  return <DataTable caption={t(`chances:by.${grouping}`)} columns={columns} rows={rows} />
}

/** Which steps stand in one column because too few people are on them; nothing where each has its own. */
export function MergedSteps({ table }: { table: SafeTable }) {
  const { t, format } = useText()
  const merged = table.columns.filter((classes) => classes.length > 1)
  if (merged.length === 0) return null
  const steps = merged.map((classes) =>
    format.list(classes.map((name) => `”${t(`chances:class.${name}` as TextKey)}”`)),
  )
  return (
    <p className="mt-2 text-sm text-soft">
      {t('chances:merged', { steps: steps.join('; '), least: SMALLEST_PUBLISHED })}
    </p>
  )
}

function Count({ count }: { count: number | null }) {
  const { t, format } = useText()
  if (count !== null) return <span className="tabular-nums">{format.number(count)}</span>
  return (
    <span className="text-soft">
      <span aria-hidden="true">{t('chances:hidden_sign')}</span>
      <span className="sr-only">{t('chances:hidden')}</span>
    </span>
  )
}
