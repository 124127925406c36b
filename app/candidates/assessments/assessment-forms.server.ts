import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { type AssessmentContent, type AssessmentForm, ContentShape, type Instrument } from './assessment'
import { DIGITAL_SKILLS } from './digital-skills'
import { JOB_SEARCH } from './job-search'

const FIRST = 1
const FIRST_CONTENT: Record<Instrument, AssessmentContent> = {
  digital_skills: DIGITAL_SKILLS,
  job_search: JOB_SEARCH,
}

/** The version of a form that is filled in now. */
export async function currentForm(db: Db, instrument: Instrument): Promise<AssessmentForm> {
  const row = await db
    .selectFrom('assessment_form')
    .select(['version', 'content'])
    .where('instrument', '=', instrument)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return { instrument, version: FIRST, content: FIRST_CONTENT[instrument] }
  return { instrument, version: row.version, content: ContentShape.parse(row.content) }
}

/** The version that answers rest on, or undefined. */
export async function findForm(
  db: Db,
  instrument: Instrument,
  version: number,
): Promise<AssessmentForm | undefined> {
  if (version === FIRST) return { instrument, version, content: FIRST_CONTENT[instrument] }
  const row = await db
    .selectFrom('assessment_form')
    .select('content')
    .where('instrument', '=', instrument)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && { instrument, version, content: ContentShape.parse(row.content) }
}

/** Each version that answers of this list rest on, read once. */
export async function formsOf(
  db: Db,
  rows: readonly { instrument: Instrument; formVersion: number }[],
): Promise<AssessmentForm[]> {
  const needed = new Map(rows.map((row) => [`${row.instrument} ${row.formVersion}`, row]))
  const found = await Promise.all(
    [...needed.values()].map(({ instrument, formVersion }) => findForm(db, instrument, formVersion)),
  )
  return found.filter((form) => form !== undefined)
}

/** The versions that somebody made, newest first, with who and why. */
export function listFormVersions(db: Db) {
  return db
    .selectFrom('assessment_form')
    .innerJoin('user_account as maker', 'maker.id', 'assessment_form.made_by')
    .select([
      'assessment_form.id',
      'assessment_form.instrument',
      'assessment_form.version',
      'assessment_form.reason',
      'assessment_form.made_at as madeAt',
      'maker.name as makerName',
    ])
    .orderBy('assessment_form.id', 'desc')
    .limit(60)
    .execute()
}

/** Puts the next version of a form in use. False when somebody else made one since `version`. Answers keep theirs. */
export async function addFormVersion(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  instrument: Instrument,
  { version, content, reason }: { version: number; content: AssessmentContent; reason: string },
): Promise<boolean> {
  if ((await currentForm(trx, instrument)).version !== version) return false
  const added = await trx
    .insertInto('assessment_form')
    .values({
      instrument,
      version: version + 1,
      content: sql<object>`${content}::jsonb`,
      reason,
      made_by: viewer.userId,
    })
    .onConflict((conflict) => conflict.columns(['instrument', 'version']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'assessment_form_changed',
    subject: ['assessment_form', added.id],
    detail: { version: version + 1 },
  })
  return true
}
