import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { listCompanies } from '~/companies/company-list.server'
import { companyReferences } from '~/companies/duplicates/company-references.server'
import type { MergeForm } from '~/companies/duplicates/merge'
import { mergeCompanies } from '~/companies/duplicates/merge.server'
import { mergedInto, undoMerge } from '~/companies/duplicates/merge-undo.server'
import { suppressCompany, suppressTarget } from '~/companies/suppressions.server'
import { db } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import { as, type SignedIn } from '../../support/as'
import { makeCampaign, makeSourceList } from '../../support/campaigns'
import { clearDatabase } from '../../support/database'
import {
  makeCandidate,
  makeCompany,
  makeConsent,
  makeContact,
  makeNeed,
  makeRound,
  makeUser,
} from '../../support/factories'

let liaison: SignedIn
let kept: string
let gone: string

beforeEach(async () => {
  await clearDatabase()
  await sql`
    insert into consent_text (tier, version, text_fi, text_sv, text_en, valid_from)
    values ('T1', 1, 'a', 'b', 'c', '2026-01-01')
  `.execute(db)
  liaison = await as('liaison')
  kept = await makeCompany({ name: 'Kaarna Oy', business_id: '0538134-0', municipality: 'Espoo' })
  gone = await makeCompany({
    name: 'Kaarna',
    municipality: 'Espoo',
    phone: '+358401234567',
    email: 'a@kaarna.example',
  })
})

async function merge(form: Partial<MergeForm> = {}) {
  const versionOf = async (id: string) =>
    (await db.selectFrom('company').select('version').where('id', '=', id).executeTakeFirst())?.version ?? 0
  const whole = {
    keptVersion: await versionOf(kept),
    removedVersion: await versionOf(gone),
    ...form,
  }
  const merged = await db
    .transaction()
    .execute((trx) => mergeCompanies(trx, liaison.viewer, { keptId: kept, removedId: gone }, whole))
  if (merged === 'conflict') throw new Error('conflict')
  return merged.id
}

const undo = (mergeId: string) => db.transaction().execute((trx) => undoMerge(trx, liaison.viewer, mergeId))

async function bannedNames(): Promise<string[]> {
  const list = { search: '', sort: 'name', direction: 'asc', page: 1, pageSize: 50 } as const
  const { rows } = await listCompanies(db, liaison.viewer, { ...list, filters: { contact: ['suppressed'] } })
  return rows.map(({ name }) => name)
}

/** Rows in every table that refers to a company, for both, and on the same list, round, campaign and meeting. */
async function makeEverything(): Promise<void> {
  const user = await makeUser('liaison')
  const round = await makeRound()
  await makeSourceList([kept, gone])
  await makeSourceList([gone])
  const campaign = await makeCampaign({ companies: [kept, gone], roundId: round })
  const otherCampaign = await makeCampaign({ companies: [gone], roundId: round })
  const meeting = await one(sql`insert into meeting (kind, mode, title, starts_at)
    values ('joint', 'online', 'Tapaaminen', '2026-03-01T10:00Z') returning id`)
  const survey = await one(sql`insert into survey (campaign_id, place, questions, closes_on)
    values (${campaign}, 'after', '{gaps}', '2099-01-01') returning id`)
  const tag = await one(sql`insert into tag (name) values ('x') returning id`)
  const file = await one(
    sql`insert into stored_file (name, media_type, bytes, sha256) values ('x', 'x', 1, 'x') returning id`,
  )
  for (const [index, company] of [kept, gone].entries()) {
    const contact = await makeContact(company)
    await sql`insert into survey_recipient (survey_id, company_id, contact_id)
      values (${survey}, ${company}, ${contact})`.execute(db)
    const candidate = await makeCandidate()
    const consent = await makeConsent(candidate, { company_id: company })
    await makeNeed(company, { contact_id: contact })
    await sql`insert into engagement (round_id, company_id, stage, promised, motives, next_action, next_action_on)
      values (${round}, ${company}, ${index ? 'joined' : 'contacting'}, ${`Lupaus ${index}`}, ${index ? ['growth'] : ['find_talent']},
        ${`Askel ${index}`}, ${`2026-0${5 - index}-01`})`.execute(db)
    const task = await one(sql`insert into call_task (campaign_id, company_id, attempts, status, done_reason)
      values (${campaign}, ${company}, 1, ${index ? 'done' : 'queued'}, ${index ? 'interested' : null}) returning id`)
    await sql`insert into call (task_id, campaign_id, company_id, caller_id, lease_until, ended_at, outcome, contact_id)
      values (${task}, ${campaign}, ${company}, ${user}, now(), now(), 'interested', ${contact})`.execute(db)
    await sql`insert into meeting_company values (${meeting}, ${company}, ${index ? 'present' : null})`.execute(
      db,
    )
    await sql`insert into presentation (candidate_id, company_id, contact_id, tier, consent_id, profile, profile_sha256, expires_on)
      values (${candidate}, ${company}, ${contact}, 'T1', ${consent}, '{}', 'x', '2099-01-01')`.execute(db)
    await sql`insert into presentation_plan (candidate_id, company_id, contact_id, tier, profile, profile_sha256, expires_on)
      values (${candidate}, ${company}, ${contact}, 'T1', '{}', 'x', '2099-01-01')`.execute(db)
    await sql`insert into placement (candidate_id, company_id, form, employer_of_record, title, starts_on)
      values (${candidate}, ${company}, 'work_trial', 'x', 'x', '2026-03-01')`.execute(db)
    await sql`insert into company_contact_event (company_id, channel, subject_type, subject_id, at)
      values (${company}, 'meeting', 'meeting', ${meeting}, '2026-03-01T10:00Z')`.execute(db)
    await sql`insert into company_site (company_id, name) values (${company}, 'x')`.execute(db)
    await sql`insert into company_tag (company_id, tag_id) values (${company}, ${tag})`.execute(db)
    await sql`insert into company_note (company_id, body) values (${company}, 'x')`.execute(db)
    await sql`insert into company_task (company_id, title, due_on, owner_id)
      values (${company}, 'x', '2026-03-01', ${user})`.execute(db)
    await sql`insert into company_promise (company_id, promised_by, what, promised_on)
      values (${company}, 'house', 'x', '2026-03-01')`.execute(db)
    await sql`insert into company_file (company_id, file_id, title) values (${company}, ${file}, 'x')`.execute(
      db,
    )
    await sql`insert into message_consent (company_id, channels, given_by, how, given_on)
      values (${company}, '{email}', 'x', 'x', '2026-03-01')`.execute(db)
    await sql`insert into contact_exception (company_id, user_id, reason, expires_at)
      values (${company}, ${user}, 'x', now())`.execute(db)
    await sql`insert into mail (kind, to_address, language, subject, body_text, body_html, company_id)
      values ('x', 'x@y.example', 'fi', 'x', 'x', 'x', ${company})`.execute(db)
    await db
      .transaction()
      .execute((trx) =>
        suppressCompany(trx, liaison.viewer, { id: company }, { channel: 'email', reason: 'asked' }),
      )
  }
  const bulk = await one(sql`insert into bulk_change (kind, made_by) values ('owner', ${user}) returning id`)
  await sql`insert into bulk_change_company (bulk_change_id, company_id) values (${bulk}, ${kept}), (${bulk}, ${gone})`.execute(
    db,
  )
  const asked = await makeCandidate()
  for (const company of [kept, gone]) {
    await sql`insert into blocked_company (candidate_id, company_id) values (${asked}, ${company})`.execute(
      db,
    )
    await sql`insert into consent_question (candidate_id, tier, company_id, because) values (${asked}, 'T1', ${company}, 'first')`.execute(
      db,
    )
  }
  await sql`insert into call_task (campaign_id, company_id) values (${otherCampaign}, ${gone})`.execute(db)
  const third = await makeCompany({ name: 'Kolmas' })
  await sql`insert into duplicate_pair (first_id, second_id, reasons, strength, dismissed_at)
    select least(${third}::uuid, ${gone}::uuid), greatest(${third}::uuid, ${gone}::uuid), '{phone}', 30, now()`.execute(
    db,
  )
}

async function one(statement: ReturnType<typeof sql>): Promise<string> {
  const { rows } = await (statement as ReturnType<typeof sql<{ id: string }>>).execute(db)
  return rows[0]?.id ?? ''
}

/** Everything in the database but the notes of merging itself. */
async function everything(): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public'
      and tablename not in ('company_merge', 'company_merge_row', 'duplicate_check', 'duplicate_pair', 'company_fit_work') order by 1
  `.execute(db)
  const found: Record<string, unknown[]> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(t) - 'version' as row from ${sql.table(name)} as t
      where to_jsonb(t) ->> 'action' is null or to_jsonb(t) ->> 'action' not in ('companies_merged', 'merge_undone')
      order by to_jsonb(t)::text
    `.execute(db)
    found[name] = rows.map(({ row }) => row)
  }
  return found
}

test('everything of the company that goes belongs to the one that stays, and undoing puts all of it back', async () => {
  await makeEverything()
  for (const { table, column = 'company_id' } of companyReferences.filter(
    ({ table }) => table !== 'company_merge',
  )) {
    const { rows } = await sql`select from ${sql.table(table)} where ${sql.ref(column)} = ${gone}`.execute(db)
    expect(rows.length, `the test has a row in ${table}`).toBeGreaterThan(0)
  }
  const before = await everything()

  const mergeId = await merge()
  for (const { table, column = 'company_id' } of companyReferences) {
    const { rows } = await sql`select from ${sql.table(table)} where ${sql.ref(column)} = ${gone}`.execute(db)
    expect(rows, table).toEqual([])
  }
  expect(await mergedInto(db, gone)).toBe(kept)

  expect(await undo(mergeId)).toEqual({ fields: [], rows: 0 })
  const after = await everything()
  for (const table of Object.keys(before)) expect(after[table], table).toEqual(before[table])
  expect(await mergedInto(db, gone)).toBeUndefined()
})

test('two rows for one list, round or campaign become one that says the most', async () => {
  await makeEverything()
  await merge()
  const engagement = await db
    .selectFrom('engagement')
    .selectAll()
    .where('company_id', '=', kept)
    .executeTakeFirstOrThrow()
  expect(engagement).toMatchObject({
    stage: 'joined',
    promised: 'Lupaus 0 / Lupaus 1',
    motives: ['find_talent', 'growth'],
    next_action: 'Askel 1',
    next_action_on: '2026-04-01',
  })
  const tasks = await db
    .selectFrom('call_task')
    .select(['status', 'done_reason', 'attempts'])
    .orderBy('attempts', 'desc')
    .execute()
  expect(tasks).toEqual([
    { status: 'done', done_reason: 'interested', attempts: 2 },
    { status: 'queued', done_reason: null, attempts: 0 },
  ])
  expect(await db.selectFrom('call').select('id').where('company_id', '=', kept).execute()).toHaveLength(2)
  expect(await db.selectFrom('meeting_company').select('attendance').execute()).toEqual([
    { attendance: 'present' },
  ])
})

test('each field is the one that was chosen; an empty one is filled', async () => {
  await merge({ name: 'removed', businessId: 'kept' })
  const company = await db
    .selectFrom('company')
    .select(['name', 'business_id', 'phone'])
    .executeTakeFirstOrThrow()
  expect(company).toEqual({ name: 'Kaarna', business_id: '0538134-0', phone: '+358401234567' })
})

test('a parent and its daughter become one that has no parent', async () => {
  await db.updateTable('company').set({ parent_business_id: '0538134-0' }).where('id', '=', gone).execute()
  await merge()
  const one = await db.selectFrom('company').select(['business_id', 'parent_business_id']).execute()
  expect(one).toEqual([{ business_id: '0538134-0', parent_business_id: null }])
})

test('the business ID that goes leads to the company that stays', async () => {
  await db.updateTable('company').set({ business_id: '1234567-1' }).where('id', '=', gone).execute()
  await merge()
  const { findProbableDuplicates } = await import('~/companies/duplicates/probable-duplicates.server')
  const found = await findProbableDuplicates(db, [
    { ref: '1', name: 'Aivan toinen', businessId: '1234567-1' },
  ])
  expect(found).toMatchObject([{ companyId: kept, reasons: ['business_id'] }])
})

test('what somebody changed after the merge is left alone when it is undone, and counted', async () => {
  await makeEverything()
  const mergeId = await merge({ name: 'removed', phone: 'removed' })
  await db.updateTable('company').set({ name: 'Kaarna uusi Oy' }).where('id', '=', kept).execute()
  await db.updateTable('engagement').set({ stage: 'active' }).where('company_id', '=', kept).execute()
  const other = await makeCompany({ name: 'Muu' })
  await db.updateTable('need').set({ company_id: other }).where('company_id', '=', kept).execute()

  expect(await undo(mergeId)).toEqual({ fields: ['name'], rows: 2 })
  const names = await db
    .selectFrom('company')
    .select(['name', 'phone'])
    .where('id', 'in', [kept, gone])
    .orderBy('name')
    .execute()
  expect(names).toEqual([
    { name: 'Kaarna', phone: '+358401234567' },
    { name: 'Kaarna uusi Oy', phone: null },
  ])
  const stages = await db.selectFrom('engagement').select(['company_id', 'stage']).execute()
  expect(stages).toEqual(
    expect.arrayContaining([
      { company_id: kept, stage: 'active' },
      { company_id: gone, stage: 'joined' },
    ]),
  )
})

test('a ban survives the merge whichever company it met, and however it was written', async () => {
  const form = { target: '', channel: 'phone', reason: 'asked' } as const
  await db
    .transaction()
    .execute((trx) => suppressTarget(trx, liaison.viewer, { ok: true, phone: '+358401234567' }, form))
  expect(await bannedNames()).toEqual(['Kaarna'])
  await db.updateTable('company').set({ phone: '+358409999999' }).where('id', '=', kept).execute()

  const mergeId = await merge({ phone: 'kept' })
  expect(await bannedNames()).toEqual(['Kaarna Oy'])
  await undo(mergeId)
  expect(await bannedNames()).toEqual(['Kaarna'])
})

test('what the merged company asks holds for both after the merge is undone', async () => {
  const mergeId = await merge()
  await db
    .transaction()
    .execute((trx) => suppressCompany(trx, liaison.viewer, { id: kept }, { channel: 'all', reason: 'asked' }))
  await undo(mergeId)
  expect(await bannedNames()).toEqual(['Kaarna', 'Kaarna Oy'])
})

test('a person’s no to either company is a no to the merged one', async () => {
  const candidate = await makeCandidate()
  await makeConsent(candidate, { company_id: kept })
  await makeConsent(candidate, { company_id: gone, answer: 'refused', expires_on: null })
  const inForce = () =>
    db.selectFrom('consent').select('answer').where('superseded_at', 'is', null).orderBy('answer').execute()
  const mergeId = await merge()
  expect(await inForce()).toEqual([{ answer: 'refused' }])
  await undo(mergeId)
  expect(await inForce()).toEqual([{ answer: 'given' }, { answer: 'refused' }])
})

test('nobody’s company is merged away while they talk with it', async () => {
  const campaign = await makeCampaign({ companies: [gone] })
  const task = await one(
    sql`insert into call_task (campaign_id, company_id) values (${campaign}, ${gone}) returning id`,
  )
  await sql`insert into call (task_id, campaign_id, company_id, caller_id, lease_until)
    values (${task}, ${campaign}, ${gone}, ${liaison.viewer.userId}, now() + interval '1 hour')`.execute(db)
  await expect(merge()).rejects.toThrow(RuleError)
})

test('a company changed after the page was opened is not merged', async () => {
  await expect(merge({ removedVersion: 7 })).rejects.toThrow('conflict')
})

test('merges that build on each other are undone from the last', async () => {
  const first = await merge()
  const last = await makeCompany({ name: 'Kaarna Group Oy' })
  const [formerlyKept, formerlyGone] = [kept, gone]
  gone = kept
  kept = last
  const second = await merge()
  expect(await mergedInto(db, formerlyGone)).toBe(last)
  await expect(undo(first)).rejects.toThrow(RuleError)
  await undo(second)
  expect(await mergedInto(db, formerlyGone)).toBe(formerlyKept)
  await undo(first)
  expect(await db.selectFrom('company').select('name').orderBy('name').execute()).toHaveLength(3)
  await expect(undo(first)).rejects.toThrow(RuleError)
})
