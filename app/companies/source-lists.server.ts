import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams, type ListShape, type Page } from '~/platform/list-params'
import { changeAtVersion } from '~/platform/versions.server'
import { readBusinessId } from './business-id'
import { visibleCompanies } from './companies.server'
import { listProviders, type SourceListChangeForm, type SourceListForm } from './source-list'
import { isCompanySuppressed } from './suppression-check.server'

/** Every read of source lists starts here. */
export function visibleSourceLists(db: Db, viewer: Pick<Viewer, 'roles'>) {
  const lists = db.selectFrom('source_list')
  return may(viewer, 'companies.read') ? lists : lists.where(sql<boolean>`false`)
}

/** SQL over `source_list`: it is more than the frame of an import that has not taken anything in, or was given up. */
export const isInUse = sql<boolean>`(
  exists (select from source_list_company as listed where listed.source_list_id = source_list.id)
  or not exists (
    select from company_import
    where company_import.source_list_id = source_list.id
      and company_import.status in ('reading', 'read', 'checking', 'checked', 'cancelled', 'failed')
  )
)`

export const sourceListsShape = {
  sorts: ['created', 'name'],
  defaultDirection: 'desc',
  filters: { provider: listProviders },
} as const satisfies ListShape<string>

/** A page of source lists with how many companies each holds. */
export async function listSourceLists(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  list: ListParams<(typeof sourceListsShape.sorts)[number]>,
): Promise<Page<SourceListRow>> {
  let matching = visibleSourceLists(db, viewer).where(isInUse)
  if (list.search)
    matching = matching.where(sql`lower(source_list.name)`, 'like', containsPattern(list.search))
  if (list.filters.provider) matching = matching.where('source_list.provider', '=', list.filters.provider)
  return readListPage(db, list, {
    rows: sourceListRows(matching).orderBy(
      list.sort === 'name' ? sql`source_list.name collate "fi-FI-x-icu"` : 'source_list.id',
      list.direction,
    ),
    matching: matching.select('source_list.id'),
  })
}

function sourceListRows(lists: ReturnType<typeof visibleSourceLists>) {
  return lists
    .leftJoin('employer_round', 'employer_round.id', 'source_list.round_id')
    .leftJoin('user_account as author', 'author.id', 'source_list.created_by')
    .select((eb) => [
      'source_list.id',
      'source_list.name',
      'source_list.provider',
      'source_list.criteria',
      'source_list.keywords',
      'source_list.licence_note as licenceNote',
      'source_list.run_on as runOn',
      'source_list.round_id as roundId',
      'source_list.created_at as createdAt',
      'source_list.version',
      'employer_round.name as roundName',
      'author.name as authorName',
      eb
        .selectFrom('source_list_company')
        .select((members) => members.fn.countAll<number>().as('companies'))
        .whereRef('source_list_company.source_list_id', '=', 'source_list.id')
        .as('companies'),
    ])
}

export type SourceListRow = Awaited<ReturnType<ReturnType<typeof sourceListRows>['execute']>>[number]

/** One source list, or undefined when it is not the viewer's to see. */
export function findSourceList(db: Db, viewer: Pick<Viewer, 'roles'>, sourceListId: string) {
  return sourceListRows(visibleSourceLists(db, viewer))
    .where('source_list.id', '=', sourceListId)
    .executeTakeFirst()
}

/** The rounds a list can belong to, newest first. */
export function listRoundChoices(db: Db) {
  return db
    .selectFrom('employer_round')
    .innerJoin('project', 'project.id', 'employer_round.project_id')
    .select(['employer_round.id', 'employer_round.name', 'project.name as projectName'])
    .where('employer_round.closed_at', 'is', null)
    .orderBy('employer_round.id', 'desc')
    .limit(100)
    .execute()
}

/** Adds an empty source list; `userId` is null when a command on the server makes it. */
export async function addSourceList(trx: Trx, userId: string | null, form: SourceListForm): Promise<string> {
  const { id } = await trx
    .insertInto('source_list')
    .values({ ...columnsOf(form), created_by: userId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(trx, {
    actorId: userId,
    action: 'source_list_added',
    subject: ['source_list', id],
    roundId: form.roundId ?? null,
  })
  return id
}

/** Changes what is written about a list; false when somebody changed it after the form was opened. */
export async function changeSourceList(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  sourceListId: string,
  form: SourceListChangeForm,
): Promise<boolean> {
  const changed = await changeAtVersion(
    trx,
    'source_list',
    { id: sourceListId, version: form.version },
    columnsOf(form),
  )
  if (!changed) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'source_list_changed',
    subject: ['source_list', sourceListId],
    roundId: form.roundId ?? null,
  })
  return true
}

/** Puts a company on a list by hand; false when it was there already. */
export async function addCompanyToList(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  at: { sourceListId: string; companyId: string },
): Promise<boolean> {
  const added = await trx
    .insertInto('source_list_company')
    .values({ source_list_id: at.sourceListId, company_id: at.companyId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('company_id')
    .executeTakeFirst()
  if (!added) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'company_listed',
    subject: ['source_list', at.sourceListId],
    companyId: at.companyId,
  })
  return true
}

export const listedCompaniesShape = {
  sorts: ['name', 'municipality'],
  filters: { keyword: null, contact: ['suppressed'] },
} as const satisfies ListShape<string>

/** The companies of one list with the keywords they were found by. */
export async function listListedCompanies(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  sourceListId: string,
  list: ListParams<(typeof listedCompaniesShape.sorts)[number]>,
): Promise<Page<ListedCompany>> {
  const matching = matchingListed(db, viewer, sourceListId, list)
  const sorted =
    list.sort === 'municipality' ? matching.orderBy('company.municipality', list.direction) : matching
  return readListPage(db, list, {
    rows: sorted
      .orderBy(sql`company.name collate "fi-FI-x-icu"`, list.direction)
      .orderBy('company.id', list.direction),
    matching: matching.clearSelect().select('company.id'),
  })
}

/** The companies of one list that a search, a keyword or a ban leaves. */
export function matchingListed(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  sourceListId: string,
  list: Pick<ListParams, 'search' | 'filters'>,
) {
  let matching = listedCompanies(db, viewer).where('source_list_company.source_list_id', '=', sourceListId)
  const businessId = readBusinessId(list.search)
  if (businessId.ok) matching = matching.where('company.business_id', '=', businessId.businessId)
  else if (list.search) matching = matching.where('company.name_lower', 'like', containsPattern(list.search))
  const { keyword } = list.filters
  if (keyword) matching = matching.where(sql<boolean>`${keyword} = any(source_list_company.matched_keywords)`)
  if (list.filters.contact) matching = matching.where(isCompanySuppressed('phone'))
  return matching
}

function listedCompanies(db: Db, viewer: Pick<Viewer, 'roles'>) {
  return visibleCompanies(db, viewer)
    .innerJoin('source_list_company', 'source_list_company.company_id', 'company.id')
    .select([
      'company.id',
      'company.name',
      'company.business_id as businessId',
      'company.municipality',
      'company.industry',
      'source_list_company.matched_keywords as matchedKeywords',
      'source_list_company.earlier_project as earlierProject',
      isCompanySuppressed('phone').as('suppressed'),
    ])
}

export type ListedCompany = Awaited<ReturnType<ReturnType<typeof listedCompanies>['execute']>>[number]

function columnsOf(form: SourceListForm) {
  return {
    name: form.name,
    round_id: form.roundId ?? null,
    provider: form.provider,
    criteria: form.criteria ?? null,
    keywords: form.keywords,
    licence_note: form.licenceNote ?? null,
    run_on: form.runOn ?? null,
  }
}
