import { Link } from '@remix-run/react'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { Badge } from '~/ui/page'
import type { SealedList } from './sealed-lists.server'

type Person = SealedList['people'][number]

/** Everybody on a sealed list in its order, with the place that comes out now and what people decided. */
export function SealedListTable({ list, mayOpen }: { list: SealedList; mayOpen: boolean }) {
  const { t } = useText()
  const columns: Column<Person>[] = [
    {
      id: 'place',
      header: t('lists:column.place'),
      cell: ({ place }) => place ?? t('lists:not_on_list'),
    },
    {
      id: 'number',
      header: t('presentations:column.candidate'),
      cell: ({ id, number }) =>
        mayOpen ? (
          <Link className="link" to={`/needs/${list.needId}/people/${id}`}>
            {number}
          </Link>
        ) : (
          number
        ),
    },
    {
      id: 'tier',
      header: t('lists:column.tier'),
      cell: ({ tier }) => t(`needs:tier.${tier}` as TextKey),
    },
    { id: 'strength', header: t('lists:column.strength'), align: 'right', cell: ({ strength }) => strength },
    {
      id: 'times',
      header: t('lists:column.times_shown'),
      align: 'right',
      cell: ({ timesShown }) => timesShown,
    },
    {
      id: 'consent',
      header: t('lists:column.consent'),
      cell: ({ consent }) => t(`consents:state.${consent}` as TextKey),
    },
    { id: 'what', header: t('lists:column.what'), cell: (person) => <Decided person={person} /> },
    { id: 'again', header: t('lists:column.again'), cell: (person) => <Again person={person} /> },
  ]
  return <DataTable caption={t('lists:one.title')} columns={columns} rows={list.people} />
}

function Decided({ person }: { person: Person }) {
  const { t } = useText()
  return (
    <>
      {person.presented && <Badge tone="good">{t('lists:one.presented')}</Badge>}
      {person.passedOver && <Badge tone="warn">{t('lists:one.passed_over')}</Badge>}
      {person.leftOut && <Badge>{t('lists:one.left_out')}</Badge>}
      {person.shownBefore && <Badge>{t('lists:one.shown_before')}</Badge>}
      {person.words && <span className="block text-sm">{person.words}</span>}
    </>
  )
}

function Again({ person: { again } }: { person: Person }) {
  const { t } = useText()
  if (!again) return <span className="text-soft">{t('lists:one.gone')}</span>
  if (again.sealed === again.again) return <span className="text-soft">{t('lists:one.same_place')}</span>
  return <strong>{again.again ?? t('lists:not_on_list')}</strong>
}
