import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { visibleCompanies } from '~/companies/companies.server'
import type { Db, Trx } from '~/platform/db.server'
import { notFound } from '~/platform/http.server'
import { containsPattern, type ListParams, type Page } from '~/platform/list-params'
import { TOLD_IN, ToldAt, type ToldIn } from './told'

export type ToldRow = {
  source: ToldIn
  id: string
  companyId: string
  companyName: string
  toldAt: Date
  /** The words that no need of the company holds yet. */
  words: string[]
  /** Why no need is made of them, when they were set aside. */
  asideReason: string | null
}

type Who = Pick<Viewer, 'roles'>
type Wanted = { search: string; state: 'waiting' | 'aside' | 'either' }

/** More than anybody reads through; counting further would read every call there is. */
const countedUpTo = 1_000

/** Skills that companies have told and that have not become a need yet, or those set aside, newest first. */
export async function listTold(db: Db, viewer: Who, list: ListParams<'told'>): Promise<Page<ToldRow>> {
  const upTo = list.page * list.pageSize
  const [rows, { total }] = await Promise.all([
    toldRows(db, latestTold(db, viewer, list, upTo))
      .orderBy('told.toldAt', 'desc')
      .limit(list.pageSize)
      .offset(upTo - list.pageSize)
      .execute(),
    db
      .selectFrom(latestTold(db, viewer, list, countedUpTo + 1).as('told'))
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total: Math.min(total, countedUpTo), capped: total > countedUpTo }
}

/** One of them, whether it waits or was set aside; undefined when a need holds all of it. */
export async function findTold(db: Db, viewer: Who, at: ToldAt): Promise<ToldRow | undefined> {
  const told = sql<ToldRow>`(${toldIn[at.source](db, viewer, { search: '', state: 'either' })})`
  return toldRows(db, told).where('told.id', '=', at.id).executeTakeFirst()
}

function toldRows(db: Db, told: RawBuilder<ToldRow>) {
  return db
    .selectFrom(told.as('told'))
    .select(['told.source', 'told.id', 'told.companyId', 'told.companyName', 'told.toldAt', 'told.words'])
    .select('told.asideReason')
}

/** SQL: the latest of each source, each as far as the page needs. */
function latestTold(
  db: Db,
  viewer: Who,
  { search, filters }: ListParams<'told'>,
  limit: number,
): RawBuilder<ToldRow> {
  const wanted: Wanted = { search, state: filters.state === 'aside' ? 'aside' : 'waiting' }
  const sources = filters.from ? TOLD_IN.filter((one) => one === filters.from) : TOLD_IN
  const latest = sources.map(
    (source) => sql`(${toldIn[source](db, viewer, wanted)} order by "toldAt" desc limit ${limit})`,
  )
  return sql<ToldRow>`(${sql.join(latest, sql` union all `)})`
}

const toldIn = {
  call: (db: Db, viewer: Who, wanted: Wanted) =>
    companiesOf(db, viewer, wanted)
      .innerJoin('call', 'call.company_id', 'company.id')
      .innerJoinLateral(wordsLeft(sql`call.skills_needed`), (join) => join.on('told.words', 'is not', null))
      .select([
        sql<ToldIn>`'call'`.as('source'),
        'call.id',
        'company.id as companyId',
        'company.name as companyName',
        'call.ended_at as toldAt',
        'told.words',
        asideReason('call').as('asideReason'),
      ])
      .where(sql<SqlBool>`call.skills_needed <> '{}'`)
      .where('call.undone_at', 'is', null)
      .where(sql<SqlBool>`not exists (select from need where need.call_id = call.id)`)
      // A need told in the meeting that was agreed in the call says it better.
      .where(sql<SqlBool>`not exists (
        select from meeting join need on need.meeting_id = meeting.id where meeting.call_id = call.id
      )`)
      .where(isIn(wanted.state, 'call')),
  meeting: (db: Db, viewer: Who, wanted: Wanted) =>
    companiesOf(db, viewer, wanted)
      .innerJoin('meeting_company', 'meeting_company.company_id', 'company.id')
      .innerJoin('meeting', 'meeting.id', 'meeting_company.meeting_id')
      .innerJoinLateral(wordsLeft(sql`meeting.skills_told`), (join) => join.on('told.words', 'is not', null))
      .select([
        sql<ToldIn>`'meeting'`.as('source'),
        'meeting.id',
        'company.id as companyId',
        'company.name as companyName',
        'meeting.starts_at as toldAt',
        'told.words',
        asideReason('meeting').as('asideReason'),
      ])
      .where(sql<SqlBool>`meeting.skills_told <> '{}'`)
      .where('meeting.status', '=', 'held')
      .where(sql<SqlBool>`not exists (select from need where need.meeting_id = meeting.id)`)
      // Of what several companies spoke of together nobody knows whose need it was.
      .where(sql<SqlBool>`not exists (
        select from meeting_company as other
        where other.meeting_id = meeting.id and other.company_id <> company.id
      )`)
      .where(isIn(wanted.state, 'meeting')),
  survey: (db: Db, viewer: Who, wanted: Wanted) =>
    companiesOf(db, viewer, wanted)
      .innerJoin('survey_recipient as recipient', 'recipient.company_id', 'company.id')
      .innerJoinLateral(
        wordsLeft(sql`array(
          select answer.words from survey_answer as answer
          where answer.recipient_id = recipient.id and answer.question in ('recruit_skills', 'staff_skills')
          order by answer.question, answer.position
        )`),
        (join) => join.on('told.words', 'is not', null),
      )
      .select([
        sql<ToldIn>`'survey'`.as('source'),
        'recipient.id',
        'company.id as companyId',
        'company.name as companyName',
        'recipient.answered_at as toldAt',
        'told.words',
        sql<string | null>`null::text`.as('asideReason'),
      ])
      .where('recipient.answered_at', 'is not', null)
      .where('recipient.reviewed_at', 'is', null)
      .where(sql<SqlBool>`${wanted.state !== 'aside'}::boolean`),
}

function companiesOf(db: Db, viewer: Who, { search }: Wanted) {
  const companies = visibleCompanies(db, viewer)
  return search ? companies.where('company.name_lower', 'like', containsPattern(search)) : companies
}

/** SQL: the words told that no need of the company holds; null when none is left. */
function wordsLeft(words: RawBuilder<unknown>) {
  return sql<{ words: string[] | null }>`(
    select array_agg(each.word order by each.nth) as words
    from unnest(${words}) with ordinality as each (word, nth)
    where not exists (
      select from need join need_skill on need_skill.need_id = need.id
      where need.company_id = company.id and lower(need_skill.words) = lower(each.word)
    )
  )`.as('told')
}

/** SQL: why no need is made of what was told, or null while it waits. */
function asideReason(source: ToldAt['source']) {
  return sql<string | null>`(select reason ${asideOf(source)})`
}

function isIn(state: Wanted['state'], source: ToldAt['source']): RawBuilder<SqlBool> {
  if (state === 'either') return sql`true`
  return state === 'aside'
    ? sql`exists (select ${asideOf(source)})`
    : sql`not exists (select ${asideOf(source)})`
}

function asideOf(source: ToldAt['source']) {
  return sql`from told_aside where ${sql.ref(`told_aside.${source}_id`)} = ${sql.ref(`${source}.id`)}`
}

/** Sets aside what was told, with the reason kept. False when that was done already. */
export async function setToldAside(
  trx: Trx,
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  at: ToldAt,
  reason: string,
): Promise<boolean> {
  const told = await findTold(trx, viewer, at)
  if (!told) return false
  const aside = await trx
    .insertInto('told_aside')
    .values({
      call_id: at.source === 'call' ? at.id : null,
      meeting_id: at.source === 'meeting' ? at.id : null,
      reason,
      aside_by: viewer.userId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!aside) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'told_set_aside',
    subject: [at.source, at.id],
    companyId: told.companyId,
  })
  return true
}

/** Takes up again what was set aside. False when it waits already. */
export async function takeToldUp(
  trx: Trx,
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  at: ToldAt,
): Promise<boolean> {
  const taken = await trx
    .deleteFrom('told_aside')
    .where(at.source === 'call' ? 'call_id' : 'meeting_id', '=', at.id)
    .returning('id')
    .executeTakeFirst()
  const told = taken && (await findTold(trx, viewer, at))
  if (!told) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'told_taken_up',
    subject: [at.source, at.id],
    companyId: told.companyId,
  })
  return true
}

/** What an address names; a 404 where it names nothing. */
export function toldAtOf(params: Record<string, string | undefined>): ToldAt {
  const at = ToldAt.safeParse({ source: params.source, id: params.toldId })
  if (!at.success) throw notFound()
  return at.data
}
