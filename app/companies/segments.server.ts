import { sql } from 'kysely'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import {
  containsPattern,
  filterAddress,
  type ListParams,
  type ListShape,
  type Page,
} from '~/platform/list-params'
import { RuleError } from '~/platform/rule-error'
import { changeAtVersion } from '~/platform/versions.server'
import { type CompanyFilter, readFilter } from './company-filter'
import { matchingCompanies } from './company-filter.server'
import { countCompanies } from './company-list.server'
import { LIST_LIMIT, type SegmentChangeForm, type SegmentForm, type SegmentListForm } from './segment'
import { addSourceList } from './source-lists.server'

type Who = Pick<Viewer, 'roles' | 'userId'>

/** Every read of segments starts here: one's own and those shared with the house. */
function visibleSegments(db: Db, viewer: Who) {
  const segments = db
    .selectFrom('segment')
    .where('segment.removed_at', 'is', null)
    .where((where) =>
      where.or([where('segment.made_by', '=', viewer.userId), where('segment.shared_at', 'is not', null)]),
    )
  return may(viewer, 'companies.read') ? segments : segments.where(sql<boolean>`false`)
}

export const segmentsShape = {
  sorts: ['name', 'made'],
  filters: { whom: ['shared', 'private'] },
  pageSize: 20,
} as const satisfies ListShape<string>

/** A page of segments, each with how many companies it leaves today, capped as the list of companies is. */
export async function listSegments(
  db: Db,
  viewer: Who,
  list: ListParams<(typeof segmentsShape.sorts)[number]>,
): Promise<Page<SegmentRow & { companies: number; capped: boolean }>> {
  let matching = visibleSegments(db, viewer)
  if (list.search) matching = matching.where(sql`lower(segment.name)`, 'like', containsPattern(list.search))
  if (list.filters.whom === 'shared') matching = matching.where('segment.shared_at', 'is not', null)
  if (list.filters.whom === 'private') matching = matching.where('segment.shared_at', 'is', null)
  const byName = sql`segment.name collate "fi-FI-x-icu"`
  const page = await readListPage(db, list, {
    rows: segmentRows(matching)
      .orderBy(list.sort === 'name' ? byName : 'segment.id', list.direction)
      .orderBy('segment.id'),
    matching: matching.select('segment.id'),
  })
  const counted = page.rows.map(async ({ filter, ...row }) => {
    const read = readFilter(filter)
    const { total: companies, capped } = await countCompanies(db, viewer, read)
    return { ...row, filter, companies, capped }
  })
  return { ...page, rows: await Promise.all(counted) }
}

/** The names of a few segments, for a way to them from the list of companies. */
export function listSegmentNames(db: Db, viewer: Who) {
  return segmentRows(visibleSegments(db, viewer))
    .orderBy(sql`segment.made_by = ${viewer.userId}`, 'desc')
    .orderBy('segment.id', 'desc')
    .limit(8)
    .execute()
}

function segmentRows(segments: ReturnType<typeof visibleSegments>) {
  return segments.innerJoin('user_account as maker', 'maker.id', 'segment.made_by').select([
    'segment.id',
    'segment.name',
    // As an address writes it: what the list knows no more is gone when it is read.
    sql<string>`segment.filter ->> 'address'`.as('filter'),
    'segment.shared_at as sharedAt',
    'segment.made_by as madeBy',
    'segment.made_at as madeAt',
    'segment.version',
    'maker.name as makerName',
  ])
}

export type SegmentRow = Awaited<ReturnType<ReturnType<typeof segmentRows>['execute']>>[number]

/** One segment, or undefined when it is not the viewer's to see. */
export function findSegment(db: Db, viewer: Who, segmentId: string) {
  return segmentRows(visibleSegments(db, viewer)).where('segment.id', '=', segmentId).executeTakeFirst()
}

/** One's own segment, or undefined: others only use a shared one. */
export function findOwnSegment(db: Db, viewer: Who, segmentId: string) {
  return segmentRows(visibleSegments(db, viewer))
    .where('segment.id', '=', segmentId)
    .where('segment.made_by', '=', viewer.userId)
    .executeTakeFirst()
}

/** Keeps a filter of companies under a name; its id. */
export async function saveSegment(trx: Trx, viewer: Who, form: SegmentForm): Promise<string> {
  const { id } = await trx
    .insertInto('segment')
    .values({
      name: form.name,
      filter: storedFilter(form.filter),
      made_by: viewer.userId,
      shared_at: form.shared ? new Date() : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Changes one's own segment; false when it was changed after the form was opened. */
export async function changeSegment(
  trx: Trx,
  segment: Pick<SegmentRow, 'id' | 'sharedAt'>,
  form: SegmentChangeForm,
): Promise<boolean> {
  return changeAtVersion(
    trx,
    'segment',
    { id: segment.id, version: form.version },
    {
      name: form.name,
      filter: storedFilter(form.filter),
      shared_at: form.shared ? (segment.sharedAt ?? new Date()) : null,
    },
  )
}

/** Segments are narrowed by a tag's name: they follow when it gets another. */
export async function renameTagInSegments(trx: Trx, before: string, after: string): Promise<void> {
  const segments = await trx
    .selectFrom('segment')
    .select(['id', sql<string>`filter ->> 'address'`.as('filter')])
    .where(sql<string>`filter ->> 'address'`, 'like', '%tag=%')
    .execute()
  for (const { id, filter } of segments) {
    const { search, filters } = readFilter(filter)
    const tag = filters.tag?.map((name) => (name.toLowerCase() === before.toLowerCase() ? after : name))
    if (!tag) continue
    await trx
      .updateTable('segment')
      .set({ filter: storedFilter({ search, filters: { ...filters, tag } }) })
      .where('id', '=', id)
      .execute()
  }
}

/** Takes one's own segment away. Lists made from it stay. */
export async function removeSegment(trx: Trx, segment: Pick<SegmentRow, 'id'>): Promise<void> {
  await trx.updateTable('segment').set({ removed_at: new Date() }).where('id', '=', segment.id).execute()
}

/** Brings back one's own removed segment; false when there is none. */
export async function restoreSegment(trx: Trx, viewer: Who, segmentId: string): Promise<boolean> {
  const restored = await trx
    .updateTable('segment')
    .set({ removed_at: null })
    .where('id', '=', segmentId)
    .where('made_by', '=', viewer.userId)
    .returning('id')
    .executeTakeFirst()
  return restored !== undefined
}

/**
 * Makes a source list of the companies that a segment leaves now. The list keeps the filter, in words as
 * `criteria` and as it was. RuleError when the segment leaves none, or more than `LIST_LIMIT`.
 */
export async function listFromSegment(
  trx: Trx,
  viewer: Who,
  segment: Pick<SegmentRow, 'id' | 'filter'>,
  form: SegmentListForm,
  criteria: string,
): Promise<{ id: string; companies: number }> {
  const filter = readFilter(segment.filter)
  const { total } = await countCompanies(trx, viewer, filter)
  if (total === 0) throw new RuleError('prospects:segment.nobody')
  const id = await addSourceList(trx, viewer.userId, {
    name: form.name,
    roundId: form.roundId,
    provider: 'own_crm',
    criteria: criteria.slice(0, 1000),
    keywords: filter.search ? [filter.search.toLowerCase()] : [],
    runOn: today(),
  })
  await trx
    .updateTable('source_list')
    .set({ filter: storedFilter(filter), segment_id: segment.id })
    .where('id', '=', id)
    .execute()
  const made = await trx
    .insertInto('source_list_company')
    .columns(['source_list_id', 'company_id', 'matched_keywords', 'earlier_project'])
    .expression(
      matchingCompanies(trx, viewer, filter)
        .select([
          sql<string>`${id}::uuid`.as('source_list_id'),
          'company.id as company_id',
          sql<string[]>`${filter.search ? [filter.search.toLowerCase()] : []}::text[]`.as('matched_keywords'),
          sql<boolean>`exists (
            select from engagement
            where engagement.company_id = company.id
              and (engagement.returning_partner or engagement.joined_at is not null)
          )`.as('earlier_project'),
        ])
        .limit(LIST_LIMIT + 1),
    )
    .executeTakeFirstOrThrow()
  const companies = Number(made.numInsertedOrUpdatedRows ?? 0)
  if (companies > LIST_LIMIT) throw new RuleError('prospects:segment.too_wide', { limit: LIST_LIMIT })
  return { id, companies }
}

const storedFilter = (filter: CompanyFilter) => ({ address: filterAddress(filter) })
