import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { EmptyState, Page } from '~/ui/page'
import { findCompanyAt } from '../companies.server'
import { listRoundChoices } from '../source-lists.server'

export const meta = pageTitle('companies:engagement.add')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const company = await findCompanyAt(db, viewer, params)
  return { company, rounds: await listRoundChoices(db) }
}

export default function NewEngagement() {
  const { t } = useText()
  const { company, rounds } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('companies:engagement.add')}
      lead={t('companies:engagement.choose_round')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      narrow
    >
      {rounds.length === 0 && <EmptyState title={t('rounds:none')} />}
      <ul className="divide-y divide-line rounded-lg border border-line bg-card">
        {rounds.map((round) => (
          <li key={round.id} className="px-4 py-2">
            <Link
              className="link inline-flex min-h-8 items-center font-medium"
              to={`/companies/${company.id}/engagements/${round.id}`}
            >
              {round.name}
            </Link>
            <span className="block text-sm text-soft">{round.projectName}</span>
          </li>
        ))}
      </ul>
    </Page>
  )
}
