import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { EmptyState, Page } from '~/ui/page'
import { ANSWERS, STANDINGS } from '../presentation'
import { AnswerBadge, StandingBadge } from '../presentation-badges'
import { listPresentations, type PresentationListRow, presentationListShape } from '../presentations.server'

export const meta = pageTitle('presentations:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.read')
  const list = readListParams(request.url, presentationListShape)
  return { list, ...(await listPresentations(db, viewer, list)) }
}

export default function Presentations() {
  const { t } = useText()
  const { rows, list, total, capped } = useLoaderData<typeof loader>()
  const columns = useColumns()
  return (
    <Page
      title={t('presentations:title')}
      lead={t('presentations:lead')}
      actions={
        <>
          <ButtonLink to="/presentations/plans">{t('presentations:plan.title')}</ButtonLink>
          <ButtonLink to="/presentations/suggestions">{t('suggestions:title')}</ButtonLink>
          <ButtonLink to="/presentations/turns">{t('turns:title')}</ButtonLink>
          <ButtonLink to="/presentations/lists">{t('lists:open')}</ButtonLink>
        </>
      }
    >
      <Filters
        list={list}
        searchLabel={t('presentations:search_label')}
        filters={[
          {
            name: 'status',
            label: t('ui:status'),
            options: [
              { value: 'waiting', label: t('presentations:waiting') },
              ...optionsOf(STANDINGS, (value) => t(`presentations:standing.${value}`)),
            ],
          },
          {
            name: 'answer',
            label: t('presentations:answer_label'),
            options: optionsOf(ANSWERS, (value) => t(`presentations:answer.${value}`)),
          },
        ]}
      >
        {list.filters.need && <input type="hidden" name="need" value={list.filters.need} />}
      </Filters>
      <DataTable
        caption={t('presentations:title')}
        columns={columns}
        rows={rows}
        list={list}
        total={total}
        capped={capped}
        empty={
          <EmptyState
            title={t('presentations:empty_title')}
            action={<ButtonLink to="/needs">{t('presentations:to_needs')}</ButtonLink>}
          >
            {t('presentations:empty')}
          </EmptyState>
        }
      />
    </Page>
  )
}

function useColumns(): Column<PresentationListRow>[] {
  const { t, format } = useText()
  return useMemo(
    () => [
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
    ],
    [t, format],
  )
}
