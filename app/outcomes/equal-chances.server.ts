import { type SqlBool, sql } from 'kysely'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { instantOf, today } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { CHANCE_CLASSES, GROUPINGS, type Grouping } from './equal-chances'
import { type CountRow, type SafeTable, safeTable } from './safe-table'

/** Groups of one kind looked at; the smaller ones are merged anyway. */
const MOST_GROUPS = 12

/**
 * How far people have come, by each grouping, as it was at the turn of the month: a table that changed with every
 * person would tell of each by the difference. The groupings do not nest in one another, since the tables of nested
 * ones could be subtracted. Raw counts do not leave this function.
 */
export async function equalChances(db: Db, viewer: Pick<Viewer, 'roles'>) {
  const day = `${today().slice(0, 7)}-01`
  const rows = await countedPeople(db, viewer, day)
  const tables = GROUPINGS.map((grouping) => ({ grouping, table: tableOf(rows, grouping) }))
  return { day, tables }
}

type Counted = Record<Grouping, string | null> & { class: (typeof CHANCE_CLASSES)[number]; people: number }

function tableOf(rows: readonly Counted[], grouping: Grouping): SafeTable | null {
  const groups = new Map<string, number[]>()
  for (const row of rows) {
    const name = row[grouping] ?? 'not_told'
    const counts = groups.get(name) ?? CHANCE_CLASSES.map(() => 0)
    const index = CHANCE_CLASSES.indexOf(row.class)
    counts[index] = (counts[index] ?? 0) + row.people
    groups.set(name, counts)
  }
  return safeTable(CHANCE_CLASSES, largest([...groups].map(([group, counts]) => ({ group, counts }))))
}

/** The largest groups; what is left of the others is one. */
function largest(rows: CountRow[]): CountRow[] {
  const people = ({ counts }: CountRow) => counts.reduce((sum, count) => sum + count, 0)
  const [...bySize] = rows.sort((a, b) => people(b) - people(a) || (a.group < b.group ? -1 : 1))
  const others = bySize.slice(MOST_GROUPS)
  if (others.length === 0) return bySize
  const rest = CHANCE_CLASSES.map((_, c) => others.reduce((sum, { counts }) => sum + (counts[c] ?? 0), 0))
  return [...bySize.slice(0, MOST_GROUPS), { group: 'other', counts: rest }]
}

/** People by all groupings and by the furthest they had come before the day. */
async function countedPeople(db: Db, viewer: Pick<Viewer, 'roles'>, day: string): Promise<Counted[]> {
  const before = instantOf(`${day}T00:00`)
  const shown = (also: ReturnType<typeof sql>) => sql`exists (
    select from presentation where presentation.candidate_id = candidate.id and sent_at < ${before} and ${also}
  )`
  const answered = (answers: string[]) =>
    shown(sql`answered_at < ${before} and answer = any(${answers}::text[])`)
  const people = db
    .selectFrom('candidate')
    .select([
      sql<string | null>`(
        select cohort.group_language from participation join cohort on cohort.id = participation.cohort_id
        where participation.candidate_id = candidate.id order by participation.id desc limit 1
      )`.as('group_language'),
      sql<string | null>`case when not non_disclosure then nullif(trim(municipality), '') end`.as(
        'municipality',
      ),
      sql<string | null>`nullif(trim(referred_by), '')`.as('referred_by'),
      sql<Counted['class']>`case
        when exists (
          select from placement where placement.candidate_id = candidate.id and started_on < ${day}::date
        ) then 'placed'
        when ${answered(['interested', 'tell_me_more'])} then 'interested'
        when ${answered(['not_now'])} then 'refused'
        when ${shown(sql`exists (
          select from presentation_view where presentation_id = presentation.id and at < ${before}
        )`)} then 'viewed'
        when ${shown(sql`true`)} then 'shown'
        else 'not_shown' end`.as('class'),
    ])
    .where('candidate.created_at', '<', before)
    .where(sql<SqlBool>`${may(viewer, 'equal_chances.read')}::boolean`)
  return db
    .selectFrom(people.as('person'))
    .select(['group_language', 'municipality', 'referred_by', 'class'])
    .select(sql<number>`count(*)::int`.as('people'))
    .groupBy(['group_language', 'municipality', 'referred_by', 'class'])
    .execute()
}
