import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { ExportLink } from '~/exports/export-link'
import { localTimeOf, plusDays, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ActionButton } from '~/ui/form'
import { EmptyState, Page, Section } from '~/ui/page'
import { listOwnCallbacks } from '../call-desk.server'
import { MyCallbacks } from '../my-calls'

export const meta = pageTitle('campaigns:my_callbacks')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  const callbacks = await listOwnCallbacks(db, viewer)
  const now = new Date()
  const groups = { due: [], today: [], tomorrow: [], later: [] } as Record<Group, typeof callbacks>
  for (const callback of callbacks) groups[groupOf(callback.dueAt, now)].push(callback)
  return { groups, none: callbacks.length === 0, mayExport: may(viewer, 'campaigns.export') }
}

type Group = 'due' | 'today' | 'tomorrow' | 'later'

function groupOf(dueAt: Date, now: Date): Group {
  const day = localTimeOf(dueAt).slice(0, 10)
  if (dueAt <= now) return 'due'
  if (day === today(now)) return 'today'
  return day === plusDays(today(now), 1) ? 'tomorrow' : 'later'
}

export default function Callbacks() {
  const { t } = useText()
  const { groups, none, mayExport } = useLoaderData<typeof loader>()
  // The queue gives a caller's own due callbacks before anything else.
  const next = groups.due.find(({ campaignStatus }) => campaignStatus === 'running')
  return (
    <Page
      title={t('campaigns:my_callbacks')}
      up={{ to: '/calls', label: t('campaigns:my_calls') }}
      actions={
        <>
          {mayExport && !none && <ExportLink to="/calls/callbacks.csv" />}
          {next && (
            <ActionButton action={`/campaigns/${next.campaignId}/calls`} look="primary">
              {t('calls:call_due')}
            </ActionButton>
          )}
        </>
      }
      narrow
    >
      {none && <EmptyState title={t('campaigns:no_callbacks')}>{t('calls:no_callbacks_hint')}</EmptyState>}
      {(['due', 'today', 'tomorrow', 'later'] as const)
        .filter((group) => groups[group].length > 0)
        .map((group) => (
          <Section key={group} title={t(`calls:callbacks.${group}`)} id={group}>
            <MyCallbacks callbacks={groups[group]} />
          </Section>
        ))}
    </Page>
  )
}
