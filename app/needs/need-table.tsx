import { Link } from '@remix-run/react'
import type { ListParams, Page } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/page'
import { NeedStatusBadge, useFormList } from './need-facts'
import type { NeedListRow } from './need-list.server'

/** Needs with how many are asked for, and how many people were presented. */
export function NeedTable({
  list,
  page,
  mayWrite,
}: {
  list: ListParams
  page: Page<NeedListRow>
  mayWrite: boolean
}) {
  const { t, format } = useText()
  const formList = useFormList()
  const columns: Column<NeedListRow>[] = [
    {
      id: 'title',
      header: t('needs:column.title'),
      sort: 'title',
      cell: (row) => (
        <>
          <Link className="link" to={`/needs/${row.id}`}>
            {row.title}
          </Link>{' '}
          {row.status !== 'open' && <NeedStatusBadge status={row.status} />}
        </>
      ),
    },
    {
      id: 'company',
      header: t('needs:column.company'),
      sort: 'company',
      cell: (row) => (
        <Link className="link" to={`/companies/${row.companyId}`}>
          {row.companyName}
        </Link>
      ),
    },
    { id: 'forms', header: t('needs:field.forms'), cell: (row) => formList(row.forms) },
    {
      id: 'headcount',
      header: t('needs:column.headcount'),
      align: 'right',
      cell: (row) => format.number(row.headcount),
    },
    {
      id: 'skills',
      header: t('needs:column.skills'),
      align: 'right',
      cell: (row) => format.number(row.skillCount ?? 0),
    },
    {
      id: 'presented',
      header: t('needs:column.presented'),
      align: 'right',
      cell: (row) => format.number(row.presentationCount ?? 0),
    },
    {
      id: 'valid_until',
      header: t('needs:field.valid_until'),
      sort: 'valid_until',
      cell: (row) => (row.validUntil ? format.day(row.validUntil) : t('ui:none')),
    },
  ]
  return (
    <DataTable
      caption={t('needs:title')}
      columns={columns}
      list={list}
      {...page}
      empty={
        <EmptyState
          title={t('needs:empty_title')}
          action={mayWrite && <ButtonLink to="/needs/new">{t('needs:new')}</ButtonLink>}
        >
          {t('needs:empty')}
        </EmptyState>
      }
    />
  )
}
