import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import type { ConsentTier } from './consent'

/** Every version of every wording, newest first within its tier, with how many answers rest on it. */
export function listConsentTexts(db: Db) {
  return db
    .selectFrom('consent_text')
    .select((eb) => [
      'consent_text.id',
      'consent_text.tier',
      'consent_text.version',
      'consent_text.text_fi as fi',
      'consent_text.text_sv as sv',
      'consent_text.text_en as en',
      'consent_text.valid_from as validFrom',
      eb
        .selectFrom('consent')
        .select((consent) => consent.fn.countAll<number>().as('count'))
        .whereRef('consent.consent_text_id', '=', 'consent_text.id')
        .as('answers'),
    ])
    .$narrowType<{ tier: ConsentTier; answers: number }>()
    .orderBy('consent_text.tier')
    .orderBy('consent_text.version', 'desc')
    .execute()
}

/** Adds the next version of a wording. Answers given to earlier ones keep theirs. */
export async function addConsentText(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  text: { tier: ConsentTier; fi: string; sv: string; en: string; validFrom: string },
): Promise<void> {
  const { last } = await trx
    .selectFrom('consent_text')
    .select((eb) => eb.fn.max('version').as('last'))
    .where('tier', '=', text.tier)
    .executeTakeFirstOrThrow()
  const { id } = await trx
    .insertInto('consent_text')
    .values({
      tier: text.tier,
      version: (last ?? 0) + 1,
      text_fi: text.fi,
      text_sv: text.sv,
      text_en: text.en,
      valid_from: text.validFrom,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'consent_text_added',
    subject: ['consent_text', id],
    detail: { tier: text.tier },
  })
}
