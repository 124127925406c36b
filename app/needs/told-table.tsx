import { Link } from '@remix-run/react'
import type { ListParams } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { ActionButton } from '~/ui/form'
import { EmptyState } from '~/ui/page'
import type { ToldIn } from './told'
import type { ToldRow } from './told.server'

const PAGES: Record<ToldIn, string> = { call: '/calls', survey: '/survey-answers', meeting: '/meetings' }

/** What companies told they need, in their own words, with where it was said and the ways on. */
export function ToldTable({
  list,
  page,
  opens,
}: {
  list: ListParams
  page: { rows: ToldRow[]; total: number; capped: boolean }
  /** Where the viewer may go: to the pages of campaigns, and to write a need. */
  opens: { campaigns: boolean; need: boolean }
}) {
  const { t, format } = useText()
  const columns: Column<ToldRow>[] = [
    { id: 'words', header: t('told:words'), cell: ({ words }) => words.join(', ') },
    {
      id: 'company',
      header: t('needs:column.company'),
      cell: ({ companyId, companyName }) => (
        <Link className="link" to={`/companies/${companyId}`}>
          {companyName}
        </Link>
      ),
    },
    {
      id: 'told',
      header: t('told:when'),
      sort: 'told',
      cell: ({ source, id, toldAt }) => {
        const words = `${t(`told:in.${source}`)} ${format.moment(toldAt)}`
        if (source !== 'meeting' && !opens.campaigns) return words
        return (
          <Link className="link" to={`${PAGES[source]}/${id}`}>
            {words}
          </Link>
        )
      },
    },
    ...(opens.need
      ? [{ id: 'next', header: t('told:next'), cell: (row: ToldRow) => <Ways row={row} opens={opens} /> }]
      : []),
  ]
  return (
    <DataTable
      caption={t('told:title')}
      columns={columns}
      list={list}
      {...page}
      empty={<EmptyState title={t('told:none')}>{t('told:none_hint')}</EmptyState>}
    />
  )
}

function Ways({ row, opens }: { row: ToldRow; opens: { campaigns: boolean } }) {
  const { t } = useText()
  const { source, id, companyId, companyName, asideReason } = row
  const which = <span className="sr-only">: {companyName}</span>
  if (source === 'survey')
    return (
      opens.campaigns && (
        <ButtonLink to={`/survey-answers/${id}`}>
          {t('surveys:review')}
          {which}
        </ButtonLink>
      )
    )
  return (
    <div className="flex flex-wrap items-center gap-2 md:flex-nowrap md:whitespace-nowrap">
      {asideReason && <q className="text-sm whitespace-normal">{asideReason}</q>}
      <ButtonLink to={`/needs/new?company=${companyId}&${source}=${id}`}>
        {t('told:make_need')}
        {which}
      </ButtonLink>
      {asideReason ? (
        <ActionButton look="quiet" action={`/needs/told/${source}/${id}/return`}>
          {t('told:take_up')}
          {which}
        </ActionButton>
      ) : (
        <ButtonLink look="quiet" to={`/needs/told/${source}/${id}/aside`}>
          {t('told:set_aside')}
          {which}
        </ButtonLink>
      )}
    </div>
  )
}
