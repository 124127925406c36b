import type { ListParams } from '~/platform/list-params'
import { LANGUAGES } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { ActionButton } from '~/ui/form'
import { EmptyState } from '~/ui/page'
import { JOIN_DECISIONS } from './concept-join'
import type { ConceptJoin } from './concept-joins.server'

/** Imported concepts beside the skills of ours that they may be, with what can be decided of each. */
export function ConceptJoinTable({
  list,
  page,
}: {
  list: ListParams
  page: { rows: ConceptJoin[]; total: number; capped: boolean }
}) {
  const { t } = useText()
  const columns: Column<ConceptJoin>[] = [
    {
      id: 'concept',
      header: t('skills:join.concept'),
      cell: ({ labels, taxonomy }) => (
        <>
          <Labels labels={labels} />
          <span className="text-sm text-soft">
            {t(`skills:taxonomy.names.${taxonomy === 'esco' ? 'esco' : 'ict'}`)}
          </span>
        </>
      ),
    },
    {
      id: 'skill',
      header: t('skills:join.own'),
      cell: ({ fi, sv, en }) => <Labels labels={{ fi, sv, en }} />,
    },
    {
      id: 'decision',
      header: t('skills:join.decision'),
      cell: (row) => <Decisions row={row} />,
    },
  ]
  return (
    <DataTable
      caption={t('skills:join.title')}
      columns={columns}
      list={list}
      {...page}
      empty={<EmptyState title={t('skills:join.none')} />}
    />
  )
}

function Labels({ labels }: { labels: Record<string, string> }) {
  const { t } = useText()
  return (
    <ul>
      {LANGUAGES.filter((code) => labels[code]).map((code) => (
        <li key={code}>
          <span className="text-sm text-soft">{t(`ui:languages.${code}`)}: </span>
          <span lang={code}>{labels[code]}</span>
        </li>
      ))}
    </ul>
  )
}

function Decisions({ row }: { row: ConceptJoin }) {
  const { t } = useText()
  return (
    <div className="flex flex-wrap gap-2">
      {JOIN_DECISIONS.filter((decision) => decision !== row.decision).map((decision) => (
        <ActionButton
          key={decision}
          action="/skills/taxonomies/joins/decision"
          fields={{ uri: row.id, decision }}
          look={decision === 'joined' ? 'primary' : 'secondary'}
        >
          {t(`skills:join.decide.${decision}`)}
          <span className="sr-only"> {row.labels.en ?? row.labels.fi ?? row.fi}</span>
        </ActionButton>
      ))}
      {row.byPerson && (
        <ActionButton action={`/skills/taxonomies/joins/reopening?uri=${encodeURIComponent(row.id)}`}>
          {t('skills:join.reopen')}
          <span className="sr-only"> {row.labels.en ?? row.labels.fi ?? row.fi}</span>
        </ActionButton>
      )}
    </div>
  )
}
