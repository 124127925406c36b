import { Form, useSearchParams } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { callOutcomes } from './call-outcome'
import type { WorkDay } from './work-report.server'

/** The month a report is about; a plain GET form, so that every month is an address. */
export function MonthChoice({
  months,
  month,
  organisations = [],
  organisation,
}: {
  months: string[]
  month: string | null
  organisations?: string[]
  organisation?: string | null
}) {
  const { t } = useText()
  const [params] = useSearchParams()
  if (!month) return null
  return (
    <Form method="get" className="mb-4 flex flex-wrap items-end gap-3" key={params.toString()}>
      <label className="text-sm">
        <span className="mb-1 block text-soft">{t('calls:work.month')}</span>
        <select name="month" defaultValue={month} className="control">
          {months.map((one) => (
            <option key={one} value={one}>
              {one.slice(5)}/{one.slice(0, 4)}
            </option>
          ))}
        </select>
      </label>
      {organisations.length > 0 && (
        <label className="text-sm">
          <span className="mb-1 block text-soft">{t('campaigns:organisation')}</span>
          <select name="organisation" defaultValue={organisation ?? ''} className="control">
            <option value="">{t('ui:all')}</option>
            {organisations.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      )}
      <Button look="secondary">{t('ui:show')}</Button>
    </Form>
  )
}

/** What was done by day, and in all. */
export function WorkDays({ days, own }: { days: WorkDay[]; own: boolean }) {
  const { t } = useText()
  const columns = useWorkColumns(own)
  return (
    <>
      {days.length > 0 && <InAll days={days} />}
      <DataTable
        caption={t('calls:work.title')}
        columns={columns}
        rows={days}
        empty={<p className="text-soft">{t('calls:work.none')}</p>}
      />
      <p className="mt-3 max-w-prose text-sm text-soft">{t('calls:work.counted')}</p>
    </>
  )
}

/** A caller's own report names the campaign, the house's the caller. */
function useWorkColumns(own: boolean): Column<WorkDay>[] {
  const { t, format } = useText()
  return [
    { id: 'day', header: t('ui:date'), cell: ({ day }) => format.day(day) },
    own
      ? { id: 'campaign', header: t('calls:work.campaign'), cell: ({ campaignName }) => campaignName }
      : {
          id: 'caller',
          header: t('campaigns:caller'),
          cell: ({ callerName, organisation }) => (
            <>
              {callerName}
              {organisation && <span className="block text-sm text-soft">{organisation}</span>}
            </>
          ),
        },
    {
      id: 'hours',
      header: t('calls:work.time'),
      align: 'right',
      cell: ({ minutes }) => format.duration(minutes),
    },
    {
      id: 'calls',
      header: t('campaigns:calls_made'),
      align: 'right',
      cell: ({ calls }) => format.number(calls),
    },
    {
      id: 'reached',
      header: t('campaigns:companies_reached'),
      align: 'right',
      cell: ({ reached, calls }) => `${format.number(reached)} (${format.percent(reached / calls)})`,
    },
    {
      id: 'positive',
      header: t('campaigns:positive'),
      align: 'right',
      cell: ({ positive }) => format.number(positive),
    },
    {
      id: 'outcomes',
      header: t('campaigns:by_outcome'),
      cell: ({ outcomes }) => (
        <span className="text-sm">
          {callOutcomes
            .flatMap((outcome) =>
              outcomes[outcome] ? `${t(`calls:outcome.${outcome}`)} ${format.number(outcomes[outcome])}` : [],
            )
            .join(' · ')}
        </span>
      ),
    },
  ]
}

function InAll({ days }: { days: WorkDay[] }) {
  const { t, format } = useText()
  const sum = (of: (day: WorkDay) => number) => days.reduce((total, day) => total + of(day), 0)
  return (
    <p className="mb-3 flex flex-wrap gap-x-5 gap-y-1 font-medium">
      <span>{t('calls:work.days', { count: new Set(days.map(({ day }) => day)).size })}</span>
      <span>{format.duration(sum(({ minutes }) => minutes))}</span>
      <span>{t('campaigns:calls_count', { count: sum(({ calls }) => calls) })}</span>
      <span>{t('calls:work.reached', { count: sum(({ reached }) => reached) })}</span>
      <span>{t('calls:work.positive', { count: sum(({ positive }) => positive) })}</span>
    </p>
  )
}
