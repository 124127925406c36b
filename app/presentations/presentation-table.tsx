import { Link } from '@remix-run/react'
import type { ListParams, Page } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/page'
import { AnswerBadge, StandingBadge } from './presentation-badges'
import type { PresentationListRow } from './presentations.server'

/** Presentations: whom, to whom, for which need, and what came back. */
export function PresentationTable({ list, page }: { list: ListParams; page: Page<PresentationListRow> }) {
  const { t, format } = useText()
  const columns: Column<PresentationListRow>[] = [
    {
      id: 'number',
      header: t('presentations:column.candidate'),
      sort: 'number',
      cell: (row) => (
        <Link className="link" to={`/presentations/${row.id}`}>
          {row.name ? `${row.name} (${row.number})` : row.number}
        </Link>
      ),
    },
    {
      id: 'company',
      header: t('presentations:column.company'),
      sort: 'company',
      cell: (row) => (
        <>
          {row.companyName}
          <span className="block text-sm text-soft">{row.contactName}</span>
        </>
      ),
    },
    { id: 'need', header: t('presentations:column.need'), cell: (row) => row.needTitle },
    {
      id: 'status',
      header: t('ui:status'),
      cell: (row) => (
        <span className="inline-flex flex-wrap gap-1">
          <StandingBadge standing={row.standing} />
          {row.answer && <AnswerBadge answer={row.answer} />}
        </span>
      ),
    },
    {
      id: 'sent',
      header: t('presentations:column.sent'),
      sort: 'sent',
      cell: (row) => format.moment(row.sentAt),
    },
    {
      id: 'expires',
      header: t('presentations:column.expires'),
      sort: 'expires',
      cell: (row) => format.day(row.expiresOn),
    },
  ]
  return (
    <DataTable
      caption={t('presentations:title')}
      columns={columns}
      list={list}
      {...page}
      empty={
        <EmptyState
          title={t('presentations:empty_title')}
          action={<ButtonLink to="/needs">{t('presentations:to_needs')}</ButtonLink>}
        >
          {t('presentations:empty')}
        </EmptyState>
      }
    />
  )
}
