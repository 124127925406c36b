import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { WORK_FORMS } from '~/candidates/candidate'
import { ExportLink } from '~/exports/export-link'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { findSkillName } from '~/skills/skill-facts.server'
import { SkillFilter } from '~/skills/skill-filter'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { EmptyState, Page } from '~/ui/page'
import { NeedStatusBadge, useFormList } from '../need-facts'
import { listNeeds, type NeedListRow, needListShape } from '../need-list.server'

export const meta = pageTitle('needs:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'needs.read')
  const list = readListParams(request.url, needListShape)
  const [page, skill] = await Promise.all([
    listNeeds(db, viewer, list),
    findSkillName(db, list.filters.skill),
  ])
  return {
    list,
    ...page,
    skill,
    mayWrite: may(viewer, 'needs.write'),
    mayMatch: may(viewer, 'matches.read'),
    mayExport: may(viewer, 'needs.export'),
  }
}

export default function Needs() {
  const { t } = useText()
  const { rows, list, total, capped, mayWrite, mayMatch, mayExport, skill } = useLoaderData<typeof loader>()
  const columns = useColumns()
  return (
    <Page
      title={t('needs:title')}
      actions={
        <>
          {mayExport && <ExportLink to="/needs/export.csv" list={list} />}
          {mayMatch && <ButtonLink to="/needs/gaps">{t('gaps:open')}</ButtonLink>}
          {mayWrite && (
            <ButtonLink look="primary" to="/needs/new">
              {t('needs:new')}
            </ButtonLink>
          )}
        </>
      }
    >
      <Filters
        list={list}
        searchLabel={t('needs:search_label')}
        filters={[
          {
            name: 'status',
            label: t('ui:status'),
            none: t('needs:status.open'),
            options: [
              { value: 'filled', label: t('needs:status.filled') },
              { value: 'closed', label: t('needs:status.closed') },
              { value: 'all', label: t('ui:all') },
            ],
          },
          {
            name: 'form',
            label: t('needs:field.forms'),
            options: optionsOf(WORK_FORMS, (value) => t(`candidates:form.${value}`)),
          },
        ]}
      >
        <SkillFilter skill={skill} />
      </Filters>
      <DataTable
        caption={t('needs:title')}
        columns={columns}
        rows={rows}
        list={list}
        total={total}
        capped={capped}
        empty={
          <EmptyState
            title={t('needs:empty_title')}
            action={mayWrite && <ButtonLink to="/needs/new">{t('needs:new')}</ButtonLink>}
          >
            {t('needs:empty')}
          </EmptyState>
        }
      />
    </Page>
  )
}

function useColumns(): Column<NeedListRow>[] {
  const { t, format } = useText()
  const formList = useFormList()
  return useMemo(
    () => [
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
    ],
    [t, format, formList],
  )
}
