import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Trx } from '~/platform/db.server'
import { changeAtVersion } from '~/platform/versions.server'
import { MOST_SKILLS } from './need'
import type { Need } from './needs.server'

/**
 * Adds to a need the skills that a person accepted of those an occupation asks for, under their names in the person's
 * language; those it has already and those past the most a need may have are left out. False when somebody else
 * changed the need since it was read.
 */
export async function addSkillsOfOccupation(
  trx: Trx,
  viewer: Pick<Viewer, 'userId' | 'language'>,
  need: Need,
  { skillIds, must }: { skillIds: readonly string[]; must: boolean },
): Promise<boolean> {
  const changed = await changeAtVersion(trx, 'need', { id: need.id, version: need.version }, {})
  if (!changed) return false
  const has = new Set(need.skills.map(({ skillId }) => skillId))
  const names = { fi: 'label_fi', sv: 'label_sv', en: 'label_en' } as const
  const skills = await trx
    .selectFrom('skill')
    .select(['id', `${names[viewer.language]} as words`])
    .where('id', 'in', [...skillIds])
    .where('retired_at', 'is', null)
    .orderBy('id')
    .execute()
  const fresh = skills.filter(({ id }) => !has.has(id)).slice(0, MOST_SKILLS - need.skills.length)
  if (fresh.length > 0) {
    await trx
      .insertInto('need_skill')
      .values(
        fresh.map(({ id, words }, index) => ({
          need_id: need.id,
          position: need.skills.length + index,
          words,
          skill_id: id,
          must,
          level: null,
        })),
      )
      .execute()
  }
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'need_changed',
    subject: ['need', need.id],
    companyId: need.companyId,
    roundId: need.roundId,
  })
  return true
}
