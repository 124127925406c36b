import { Link } from '@remix-run/react'
import type { ListParams, Page } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { ActionButton } from '~/ui/form'
import { EmptyState } from '~/ui/page'
import type { DuplicatePairRow } from './duplicate-pairs.server'
import { DuplicateReasons } from './duplicate-reasons'

type Row = DuplicatePairRow & { id: string }

export function DuplicatePairTable({
  page,
  list,
  mayWrite,
}: {
  page: Page<DuplicatePairRow>
  list: ListParams
  mayWrite: boolean
}) {
  const { t, format } = useText()
  const columns: Column<Row>[] = [
    {
      id: 'first',
      header: t('duplicates:one'),
      cell: ({ firstId, firstName, firstBusinessId, firstMunicipality }) => (
        <CompanyCell id={firstId} name={firstName} facts={[firstBusinessId, firstMunicipality]} />
      ),
    },
    {
      id: 'second',
      header: t('duplicates:other'),
      cell: ({ secondId, secondName, secondBusinessId, secondMunicipality }) => (
        <CompanyCell id={secondId} name={secondName} facts={[secondBusinessId, secondMunicipality]} />
      ),
    },
    {
      id: 'reasons',
      header: t('duplicates:why'),
      sort: 'strength',
      cell: ({ reasons }) => <DuplicateReasons reasons={reasons} />,
    },
    {
      id: 'found',
      header: t('duplicates:found'),
      sort: 'found',
      cell: ({ foundAt, dismissedAt, deciderName }) =>
        dismissedAt
          ? t('duplicates:dismissed_by', { name: deciderName ?? '–', at: format.moment(dismissedAt) })
          : format.moment(foundAt),
    },
    ...(mayWrite
      ? [
          {
            id: 'decision',
            header: t('duplicates:decision'),
            cell: (row: Row) => <Decision row={row} />,
          },
        ]
      : []),
  ]
  return (
    <DataTable
      caption={t('duplicates:pairs')}
      columns={columns}
      rows={page.rows.map((row) => ({ ...row, id: `${row.firstId}-${row.secondId}` }))}
      list={list}
      total={page.total}
      capped={page.capped}
      empty={<EmptyState title={t('duplicates:empty_title')}>{t('duplicates:empty')}</EmptyState>}
    />
  )
}

function CompanyCell({ id, name, facts }: { id: string; name: string; facts: (string | null)[] }) {
  return (
    <>
      <Link className="link font-medium" to={`/companies/${id}`}>
        {name}
      </Link>
      <span className="block text-sm text-soft">{facts.filter(Boolean).join(' · ')}</span>
    </>
  )
}

function Decision({ row }: { row: Row }) {
  const { t } = useText()
  // The one with a business ID is the one to stay.
  const [kept, removed] =
    row.firstBusinessId || !row.secondBusinessId ? [row.firstId, row.secondId] : [row.secondId, row.firstId]
  const at = `/companies/duplicates/${kept}/${removed}`
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Link
        className="link inline-flex min-h-11 items-center"
        to={at}
        aria-label={t('duplicates:compare_pair', { first: row.firstName, second: row.secondName })}
      >
        {t('duplicates:compare')}
      </Link>
      {row.dismissedAt ? (
        <ActionButton action={`${at}/reopening`} look="quiet">
          {t('duplicates:reopen')}
        </ActionButton>
      ) : (
        <ActionButton action={`${at}/dismissal`} look="quiet">
          {t('duplicates:not_same')}
        </ActionButton>
      )}
    </div>
  )
}
