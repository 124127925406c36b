import { type SqlBool, sql } from 'kysely'
import { type ActivityAction, recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import { changeAtVersion } from '~/platform/versions.server'
import type { NEED_ENDINGS, NeedDetails } from './need'
import { noteUnknownNeedWords, recogniseSkills } from './need-words.server'

/** Every read of needs for a page of the house starts here. */
export function visibleNeeds(db: Db, viewer: Pick<Viewer, 'roles'>) {
  const needs = db.selectFrom('need').innerJoin('company', 'company.id', 'need.company_id')
  return may(viewer, 'needs.read') ? needs : needs.where(sql<SqlBool>`false`)
}

/** One need with its skills and languages, or undefined. */
export async function findNeed(db: Db, viewer: Viewer, needId: string) {
  const need = await visibleNeeds(db, viewer)
    .leftJoin('contact', 'contact.id', 'need.contact_id')
    .leftJoin('user_account as owner', 'owner.id', 'need.owner_id')
    .select([
      'need.id',
      'need.title',
      'need.description',
      'need.headcount',
      'need.forms',
      'need.municipality',
      'need.remote',
      'need.starts_on as startsOn',
      'need.valid_until as validUntil',
      'need.status',
      'need.status_at as statusAt',
      'need.status_reason as statusReason',
      'need.round_id as roundId',
      'need.call_id as callId',
      'need.meeting_id as meetingId',
      'need.created_at as createdAt',
      'need.version',
      'company.id as companyId',
      'company.name as companyName',
      'contact.id as contactId',
      'contact.name as contactName',
      'owner.name as ownerName',
    ])
    .where('need.id', '=', needId)
    .executeTakeFirst()
  if (!need) return undefined
  const [skills, languages] = await Promise.all([
    db
      .selectFrom('need_skill')
      .leftJoin('skill', 'skill.id', 'need_skill.skill_id')
      .select([
        'need_skill.id',
        'need_skill.words',
        'need_skill.skill_id as skillId',
        'need_skill.must',
        'need_skill.level',
        'skill.label_fi as fi',
        'skill.label_sv as sv',
        'skill.label_en as en',
      ])
      .where('need_skill.need_id', '=', needId)
      .orderBy('need_skill.position')
      .execute(),
    db
      .selectFrom('need_language')
      .select(['language', 'level'])
      .where('need_id', '=', needId)
      .orderBy('language')
      .execute(),
  ])
  return { ...need, skills, languages }
}

export type Need = NonNullable<Awaited<ReturnType<typeof findNeed>>>
export type NeedSkillRow = Need['skills'][number]

type Origin = { companyId: string; callId?: string; meetingId?: string }

/** Writes down what a company needs. The round is the one of its meeting or call, else the company's latest open one. */
export async function addNeed(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  origin: Origin,
  details: NeedDetails,
): Promise<string> {
  const { meetingId, callId, roundId } = await originOf(trx, origin)
  await requireContactOf(trx, origin.companyId, details.contactId)
  const { id } = await trx
    .insertInto('need')
    .values({
      ...columnsOf(details),
      company_id: origin.companyId,
      round_id: roundId,
      call_id: callId,
      meeting_id: meetingId,
      owner_id: viewer.userId,
      created_by: viewer.userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await saveRows(trx, id, details)
  await recordNeedActivity(trx, viewer, { id, companyId: origin.companyId, roundId }, 'need_added')
  return id
}

/** Changes a need; false when somebody else changed it since `version`. */
export async function changeNeed(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  need: Pick<Need, 'id' | 'companyId' | 'roundId'>,
  form: NeedDetails & { version: number },
): Promise<boolean> {
  await requireContactOf(trx, need.companyId, form.contactId)
  const changed = await changeAtVersion(trx, 'need', { id: need.id, version: form.version }, columnsOf(form))
  if (!changed) return false
  await saveRows(trx, need.id, form)
  await recordNeedActivity(trx, viewer, need, 'need_changed')
  return true
}

/** Ends a need; profiles shown for it close at their next view. False when it changed since `version`. */
export async function endNeed(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  need: Pick<Need, 'id' | 'companyId' | 'roundId'>,
  form: { outcome: (typeof NEED_ENDINGS)[number]; reason: string; version: number },
): Promise<boolean> {
  return changeStatus(trx, viewer, need, { ...form, from: ['open'], to: form.outcome })
}

/** Opens an ended need again. False when it changed since `version`. */
export async function reopenNeed(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  need: Pick<Need, 'id' | 'companyId' | 'roundId'>,
  form: { reason: string; version: number },
): Promise<boolean> {
  return changeStatus(trx, viewer, need, { ...form, from: ['filled', 'closed'], to: 'open' })
}

async function changeStatus(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  need: Pick<Need, 'id' | 'companyId' | 'roundId'>,
  change: { from: string[]; to: 'open' | 'filled' | 'closed'; reason: string; version: number },
): Promise<boolean> {
  const changed = await trx
    .updateTable('need')
    .set({
      status: change.to,
      status_at: new Date(),
      status_by: viewer.userId,
      status_reason: change.reason,
      version: change.version + 1,
    })
    .where('id', '=', need.id)
    .where('status', 'in', change.from)
    .where('version', '=', change.version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return false
  const action = ({ open: 'need_reopened', filled: 'need_filled', closed: 'need_closed' } as const)[change.to]
  await recordNeedActivity(trx, viewer, need, action)
  return true
}

/** The call and the meeting count only when they are about the same company. */
async function originOf(trx: Trx, { companyId, callId, meetingId }: Origin) {
  const [call, meeting, engagement] = await Promise.all([
    callId
      ? trx
          .selectFrom('call')
          .innerJoin('campaign', 'campaign.id', 'call.campaign_id')
          .select(['call.id', 'campaign.round_id as roundId'])
          .where('call.id', '=', callId)
          .where('call.company_id', '=', companyId)
          .executeTakeFirst()
      : undefined,
    meetingId
      ? trx
          .selectFrom('meeting')
          .innerJoin('meeting_company', 'meeting_company.meeting_id', 'meeting.id')
          .select(['meeting.id', 'meeting.round_id as roundId'])
          .where('meeting.id', '=', meetingId)
          .where('meeting_company.company_id', '=', companyId)
          .executeTakeFirst()
      : undefined,
    trx
      .selectFrom('engagement')
      .innerJoin('employer_round', 'employer_round.id', 'engagement.round_id')
      .select('engagement.round_id as roundId')
      .where('engagement.company_id', '=', companyId)
      .where('employer_round.closed_at', 'is', null)
      .orderBy('engagement.id', 'desc')
      .limit(1)
      .executeTakeFirst(),
  ])
  return {
    callId: call?.id ?? null,
    meetingId: meeting?.id ?? null,
    roundId: meeting?.roundId ?? call?.roundId ?? engagement?.roundId ?? null,
  }
}

async function requireContactOf(trx: Trx, companyId: string, contactId: string | undefined): Promise<void> {
  if (!contactId) return
  const contact = await trx
    .selectFrom('contact')
    .select('id')
    .where('id', '=', contactId)
    .where('company_id', '=', companyId)
    .executeTakeFirst()
  if (!contact) throw new RuleError('needs:contact_of_other_company')
}

function columnsOf(details: NeedDetails) {
  return {
    title: details.title,
    description: details.description ?? null,
    headcount: details.headcount,
    forms: details.forms,
    municipality: details.municipality ?? null,
    remote: details.remote,
    starts_on: details.startsOn ?? null,
    valid_until: details.validUntil ?? null,
    contact_id: details.contactId ?? null,
  }
}

async function saveRows(trx: Trx, needId: string, { title, skills, languages }: NeedDetails): Promise<void> {
  await trx.deleteFrom('need_skill').where('need_id', '=', needId).execute()
  await trx.deleteFrom('need_language').where('need_id', '=', needId).execute()
  const skillIds = await recogniseSkills(
    trx,
    skills.map(({ words }) => words),
  )
  const rows = skills.map((skill, position) => ({ ...skill, skillId: skillIds[position] ?? null }))
  if (rows.length > 0) {
    await trx
      .insertInto('need_skill')
      .values(
        rows.map(({ words, skillId, must, level }, position) => ({
          need_id: needId,
          position,
          words,
          skill_id: skillId,
          must,
          level,
        })),
      )
      .execute()
  }
  await noteUnknownNeedWords(trx, { id: needId, title }, rows)
  const byLanguage = new Map(languages.map((row) => [row.language, row]))
  if (byLanguage.size === 0) return
  await trx
    .insertInto('need_language')
    .values([...byLanguage.values()].map((row) => ({ need_id: needId, ...row })))
    .execute()
}

async function recordNeedActivity(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  need: Pick<Need, 'id' | 'companyId' | 'roundId'>,
  action: ActivityAction,
): Promise<void> {
  await recordActivity(trx, {
    actorId: viewer.userId,
    action,
    subject: ['need', need.id],
    companyId: need.companyId,
    roundId: need.roundId,
  })
}
