import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Badge, Section } from '~/ui/page'
import type { CallOutcome } from './call-outcome'
import { OutcomeBadge } from './outcome-badge'

type Callback = { id: string; companyName: string; campaignName: string; dueAt: Date }

/** Callbacks agreed by the caller, the next first; those due come first in the queue. */
export function MyCallbacks({ callbacks }: { callbacks: Callback[] }) {
  const { t, format } = useText()
  if (callbacks.length === 0) return <p className="text-soft">{t('campaigns:no_callbacks')}</p>
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {callbacks.map((callback) => (
        <li key={callback.id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
          <span>
            <span className="font-medium">{callback.companyName}</span>
            <span className="block text-sm text-soft">{callback.campaignName}</span>
          </span>
          <span className="flex items-center gap-2">
            <time>{format.moment(callback.dueAt)}</time>
            {new Date(callback.dueAt) <= new Date() && <Badge tone="warn">{t('campaigns:due_now')}</Badge>}
          </span>
        </li>
      ))}
    </ul>
  )
}

type Unfinished = { id: string; companyName: string; campaignName: string; claimedAt: Date }

/** Calls whose hold ended before their outcome was logged; nobody has called the companies since. */
export function UnfinishedCalls({ calls }: { calls: Unfinished[] }) {
  const { t, format } = useText()
  return (
    <>
      <p className="mb-2 text-soft">{t('queue:unfinished_lead')}</p>
      <ul className="divide-y divide-line rounded-lg border border-line bg-card">
        {calls.map((call) => (
          <li key={call.id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
            <span>
              <span className="font-medium">{call.companyName}</span>
              <span className="block text-sm text-soft">
                {call.campaignName} · {format.moment(call.claimedAt)}
              </span>
            </span>
            <ButtonLink to={`/calls/${call.id}/outcome`}>
              {t('queue:log_outcome')}
              <span className="sr-only">: {call.companyName}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </>
  )
}

type Ended = { id: string; companyName: string; outcome: string | null; endedAt: Date | null }

/** What came of today's calls, in figures and one by one; the latest can still be undone. */
export function MyResults({ ended, undoableSince }: { ended: Ended[]; undoableSince: Date }) {
  const { t, format } = useText()
  if (ended.length === 0) return <p className="text-soft">{t('campaigns:no_results')}</p>
  const counts = new Map<CallOutcome, number>()
  for (const { outcome } of ended)
    if (outcome) counts.set(outcome as CallOutcome, (counts.get(outcome as CallOutcome) ?? 0) + 1)
  return (
    <>
      <p className="mb-3 flex flex-wrap gap-x-4 gap-y-1">
        <strong>{t('campaigns:calls_count', { count: ended.length })}</strong>
        {[...counts].map(([outcome, count]) => (
          <span key={outcome}>
            {t(`calls:outcome.${outcome}`)} {format.number(count)}
          </span>
        ))}
      </p>
      <ul className="divide-y divide-line rounded-lg border border-line bg-card">
        {ended.map((call) => (
          <li key={call.id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
            <span>
              {call.endedAt && <span className="mr-2 text-sm text-soft">{format.time(call.endedAt)}</span>}
              <span className="font-medium">{call.companyName}</span>
            </span>
            <span className="flex flex-wrap items-center gap-2">
              {call.outcome && <OutcomeBadge outcome={call.outcome} />}
              {call.endedAt && new Date(call.endedAt) > new Date(undoableSince) && (
                <ActionButton action={`/calls/${call.id}/undo`} look="quiet">
                  {t('ui:undo')}
                </ActionButton>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The caller's day in four figures. */
export function DaySummary({
  summary,
}: {
  summary: { calls: number; reached: number; positive: number; minutes: number }
}) {
  const { t, format } = useText()
  const figures = [
    { label: t('campaigns:calls_made'), value: format.number(summary.calls) },
    { label: t('calls:desk.reached'), value: format.number(summary.reached) },
    { label: t('calls:desk.positive'), value: format.number(summary.positive) },
    { label: t('calls:desk.time'), value: format.duration(summary.minutes) },
  ]
  return (
    <Section title={t('calls:desk.today')} id="today">
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {figures.map(({ label, value }) => (
          <div key={label} className="rounded-lg border border-line bg-card px-4 py-3">
            <dt className="text-sm text-soft">{label}</dt>
            <dd className="text-2xl font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
