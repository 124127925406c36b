import { type SqlBool, sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { WORK_FORMS } from '~/candidates/candidate'
import type { Db } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams, type ListShape, type Page } from '~/platform/list-params'
import { visibleNeeds } from './needs.server'

export const needListShape = {
  sorts: ['created', 'title', 'company', 'valid_until'],
  defaultDirection: 'desc',
  filters: { status: ['filled', 'closed', 'all'], form: WORK_FORMS, skill: null },
} as const satisfies ListShape<string>
type NeedSort = (typeof needListShape.sorts)[number]

/** One page of needs, the open ones unless another status is asked for. */
export async function listNeeds(
  db: Db,
  viewer: Viewer,
  list: ListParams<NeedSort>,
): Promise<Page<NeedListRow>> {
  const matching = matchingNeeds(db, viewer, list)
  const order = {
    created: sql`need.id`,
    title: sql`need.title collate "fi-FI-x-icu"`,
    company: sql`company.name collate "fi-FI-x-icu"`,
    valid_until: sql`need.valid_until`,
  }[list.sort]
  return readListPage(db, list, {
    rows: needListRows(matching)
      .orderBy(order, (by) => (list.direction === 'asc' ? by.asc() : by.desc()).nullsLast())
      .orderBy('need.id'),
    matching: matching.select('need.id'),
  })
}

/** The needs that a list shows and a file takes out; open ones unless a status is asked for. */
export function matchingNeeds(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  { search, filters }: Pick<ListParams, 'search' | 'filters'>,
) {
  let needs = visibleNeeds(db, viewer)
  if (filters.status !== 'all') needs = needs.where('need.status', '=', filters.status ?? 'open')
  if (filters.form) needs = needs.where(sql<SqlBool>`need.forms @> array[${filters.form}]`)
  const { skill } = filters
  if (skill) {
    needs = needs.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('need_skill')
          .select('need_skill.id')
          .whereRef('need_skill.need_id', '=', 'need.id')
          .where('need_skill.skill_id', '=', skill),
      ),
    )
  }
  if (search) {
    const pattern = containsPattern(search)
    needs = needs.where((where) =>
      where.or([
        where(sql`lower(need.title)`, 'like', pattern),
        where('company.name_lower', 'like', pattern),
        where.exists(
          where
            .selectFrom('need_skill')
            .select('need_skill.id')
            .whereRef('need_skill.need_id', '=', 'need.id')
            .where(sql`lower(need_skill.words)`, 'like', pattern),
        ),
      ]),
    )
  }
  return needs
}

function needListRows(needs: ReturnType<typeof visibleNeeds>) {
  return needs.select((eb) => [
    'need.id',
    'need.title',
    'need.status',
    'need.forms',
    'need.headcount',
    'need.municipality',
    'need.valid_until as validUntil',
    'company.id as companyId',
    'company.name as companyName',
    eb
      .selectFrom('need_skill')
      .select((skill) => skill.fn.countAll<number>().as('count'))
      .whereRef('need_skill.need_id', '=', 'need.id')
      .as('skillCount'),
    eb
      .selectFrom('presentation')
      .select((one) => one.fn.countAll<number>().as('count'))
      .whereRef('presentation.need_id', '=', 'need.id')
      .as('presentationCount'),
  ])
}

export type NeedListRow = Awaited<ReturnType<ReturnType<typeof needListRows>['execute']>>[number]
