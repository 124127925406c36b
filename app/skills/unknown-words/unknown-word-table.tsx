import { Link } from '@remix-run/react'
import type { ListParams } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { ActionButton } from '~/ui/form'
import { EmptyState } from '~/ui/page'
import type { WordDecision } from './unknown-word'
import type { UnknownWord } from './unknown-words.server'

/** Unknown words with where they stand, and what can be decided of each. */
export function UnknownWordTable({
  list,
  page,
}: {
  list: ListParams
  page: { rows: UnknownWord[]; total: number; capped: boolean }
}) {
  const { t } = useText()
  const columns: Column<UnknownWord>[] = [
    {
      id: 'word',
      header: t('skills:unknown.word'),
      cell: ({ words, example }) => (
        <>
          <span className="font-medium">{words}</span>
          {example && <span className="block text-sm text-soft">{example}</span>}
        </>
      ),
    },
    {
      id: 'uses',
      header: t('skills:unknown.uses'),
      sort: 'uses',
      cell: ({ cvs, needs }) => (
        <>
          {cvs > 0 && <span className="block">{t('skills:unknown.cvs', { count: cvs })}</span>}
          {needs > 0 && <span className="block">{t('skills:unknown.needs', { count: needs })}</span>}
        </>
      ),
    },
    {
      id: 'decision',
      header: t('skills:unknown.decision'),
      cell: (row) => (row.decision ? <Decided word={row} /> : <Decisions word={row} />),
    },
  ]
  return (
    <DataTable
      caption={t('skills:unknown.title')}
      columns={columns}
      list={list}
      {...page}
      empty={<EmptyState title={t('skills:unknown.none')} />}
    />
  )
}

function Decisions({ word: { id, words } }: { word: UnknownWord }) {
  const { t } = useText()
  const which = <span className="sr-only"> {words}</span>
  const address = `/skills/unknown-words/${id}`
  return (
    <div className="flex flex-wrap gap-2">
      <ButtonLink to={`${address}/skill`}>
        {t('skills:unknown.new_skill')}
        {which}
      </ButtonLink>
      <ButtonLink to={`${address}/synonym`}>
        {t('skills:unknown.synonym')}
        {which}
      </ButtonLink>
      <ActionButton action={`${address}/ignoring`} look="quiet">
        {t('skills:unknown.ignore')}
        {which}
      </ActionButton>
    </div>
  )
}

function Decided({ word }: { word: UnknownWord }) {
  const { t, language } = useText()
  return (
    <div className="flex flex-wrap items-center gap-3">
      <span>
        {t(`skills:unknown.decided.${word.decision as WordDecision}`)}
        {word.skillId && (
          <>
            :{' '}
            <Link className="link" to={`/skills/${word.skillId}`}>
              {word[language]}
            </Link>
          </>
        )}
      </span>
      <ActionButton action={`/skills/unknown-words/${word.id}/reopening`}>
        {t('skills:unknown.reopen')}
        <span className="sr-only"> {word.words}</span>
      </ActionButton>
    </div>
  )
}
