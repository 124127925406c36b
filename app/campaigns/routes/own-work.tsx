import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Page } from '~/ui/page'
import { PrintButton } from '../print-button'
import { MonthChoice, WorkDays } from '../work-report'
import { listWorkDays, listWorkMonths, monthOf } from '../work-report.server'

export const meta = pageTitle('calls:work.own')

/** Figures only: the caller's own work stays readable when the campaign and its companies are gone from sight. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  const of = { callerId: viewer.userId }
  const months = await listWorkMonths(db, of)
  const month = monthOf(months, new URL(request.url).searchParams.get('month'))
  return { name: viewer.name, months, month, days: month ? await listWorkDays(db, of, month) : [] }
}

export default function OwnWork() {
  const { t } = useText()
  const { name, months, month, days } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('calls:work.own')}
      lead={name}
      up={{ to: '/calls', label: t('campaigns:my_calls') }}
      actions={month && <PrintButton />}
    >
      <MonthChoice months={months} month={month} />
      <WorkDays days={days} own />
    </Page>
  )
}
