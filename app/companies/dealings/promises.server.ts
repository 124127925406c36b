import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import type { PromiseForm, PromiseOutcomeForm } from './dealing-forms'

type Who = Pick<Viewer, 'userId'>

/** Writes down what the house promised a company, or the company the house. */
export async function addPromise(trx: Trx, viewer: Who, companyId: string, form: PromiseForm): Promise<void> {
  const { id } = await trx
    .insertInto('company_promise')
    .values({
      company_id: companyId,
      promised_by: form.promisedBy,
      what: form.what,
      promised_on: form.promisedOn,
      due_on: form.dueOn ?? null,
      created_by: viewer.userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: form.promisedBy === 'house' ? 'promise_given' : 'promise_received',
    subject: ['company_promise', id],
    companyId,
  })
}

/** One promise of one company, or undefined. */
export function findPromise(db: Db, at: { companyId: string; promiseId: string }) {
  return db
    .selectFrom('company_promise')
    .select([
      'id',
      'promised_by as promisedBy',
      'what',
      'promised_on as promisedOn',
      'due_on as dueOn',
      'outcome',
    ])
    .where('company_id', '=', at.companyId)
    .where('id', '=', at.promiseId)
    .executeTakeFirst()
}

/** Says what became of a promise; said again, the later word stands. */
export async function settlePromise(
  trx: Trx,
  viewer: Who,
  at: { companyId: string; promiseId: string },
  form: PromiseOutcomeForm,
): Promise<void> {
  await trx
    .updateTable('company_promise')
    .set({
      outcome: form.outcome,
      outcome_at: new Date(),
      outcome_by: viewer.userId,
      outcome_note: form.note ?? null,
    })
    .where('id', '=', at.promiseId)
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: `promise_${form.outcome}`,
    subject: ['company_promise', at.promiseId],
    companyId: at.companyId,
  })
}
