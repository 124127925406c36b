import { Link } from '@remix-run/react'
import { scaleLinear } from 'd3-scale'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { Badge, Card, Facts } from '~/ui/page'
import { leastForForecast } from './forecast'
import type { LiveFigures } from './live.server'

/** Calls by hour or by day, the answered part of each bar filled; the numbers stand beside the bars. */
export function CallBars({
  caption,
  first,
  rows,
}: {
  caption: string
  first: string
  rows: { key: string; label: string; calls: number; reached: number }[]
}) {
  const { t, format } = useText()
  const width = scaleLinear([0, Math.max(1, ...rows.map(({ calls }) => calls))], [0, 100])
  if (rows.length === 0) return <p className="text-soft">{t('live:no_calls')}</p>
  return (
    <table className="w-full tabular-nums">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="text-left text-sm text-soft">
          <th scope="col">{first}</th>
          <th scope="col" className="w-full">
            <span className="sr-only">{t('live:bar')}</span>
          </th>
          <th scope="col" className="px-2 text-right">
            {t('live:calls')}
          </th>
          <th scope="col" className="text-right">
            {t('live:answered')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, calls, reached }) => (
          <tr key={key}>
            <th scope="row" className="pr-2 text-left font-normal whitespace-nowrap">
              {label}
            </th>
            <td aria-hidden="true">
              <svg
                role="presentation"
                viewBox="0 0 100 8"
                preserveAspectRatio="none"
                className="h-3 w-full min-w-6"
              >
                <rect width={width(calls)} height="8" className="fill-control" opacity="0.35" />
                <rect width={width(reached)} height="8" className="fill-bridge" />
              </svg>
            </td>
            <td className="px-2 text-right">{format.number(calls)}</td>
            <td className="text-right whitespace-nowrap">
              {format.number(reached)} ({format.percent(Math.round((100 * reached) / calls) / 100)})
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Who has a company in hand, and for how long. */
export function Holding({ holding }: Pick<LiveFigures, 'holding'>) {
  const { t, format } = useText()
  type Held = LiveFigures['holding'][number] & { id: string }
  const columns: Column<Held>[] = [
    {
      id: 'caller',
      header: t('live:caller'),
      cell: ({ callerName, organisation }) => [callerName, organisation].filter(Boolean).join(', '),
    },
    {
      id: 'company',
      header: t('live:company'),
      cell: ({ companyId, companyName }) => (
        <Link className="link" to={`/companies/${companyId}`}>
          {companyName}
        </Link>
      ),
    },
    {
      id: 'since',
      header: t('live:since'),
      cell: ({ since, expired }) => (
        <span className="flex flex-wrap items-center gap-2">
          {format.time(since)}
          {expired && <Badge tone="warn">{t('live:expired')}</Badge>}
        </span>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('live:callers_now')}
      columns={columns}
      rows={holding.map((held) => ({ ...held, id: held.callId }))}
      empty={<p className="text-soft">{t('live:nobody')}</p>}
    />
  )
}

/** When the list would be through, with the formula in words. */
export function ForecastCard({ forecast }: Pick<LiveFigures, 'forecast'>) {
  const { t, format } = useText()
  if (forecast.kind === 'done') return <p>{t('live:forecast_done')}</p>
  if (forecast.kind === 'too_few') return <p className="text-soft">{t('live:too_few', leastForForecast)}</p>
  const { callsLeft, days, positive, ends } = forecast
  const span = ({ least, most }: { least: number; most: number }) =>
    least === most ? format.number(least) : `${format.number(least)}–${format.number(most)}`
  return (
    <Card>
      <Facts
        facts={[
          { label: t('live:calls_left'), value: t('live:about', { count: callsLeft }) },
          { label: t('live:days_left'), value: span(days) },
          {
            label: t('live:ends'),
            value: ends && [...new Set([ends.earliest, ends.latest])].map(format.day).join(' – '),
          },
          { label: t('live:more_positive'), value: span(positive) },
        ]}
      />
      <p className="mt-3 text-sm text-soft">{t('live:formula')}</p>
    </Card>
  )
}
