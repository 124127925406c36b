import { sql } from 'kysely'
import type { Db } from '~/platform/db.server'
import type { ShownMatch, ShownProfile } from './shown-profile'

/** What fewer active people than this have may tell who is meant. */
const SMALL_GROUP = 5
/** Skills looked at: those asked for first, for an employer looks there first. */
const MOST_SKILLS = 12

type SharedSkill = { skillId: string; fi: string; sv: string; en: string; count: number }

/** In how small a group the person stands by what the profile shows; the person is counted too. */
export type WhoElse = {
  /** Skills that fewer than five active people have, the rarest first. */
  rareSkills: SharedSkill[]
  /** The first skill together with the places: fewer than five have it there; null when that is no small group. */
  rareThere: (SharedSkill & { places: string[] }) | null
}

/** Counts among active people in one statement, however many skills are shown. */
export async function whoElse(db: Db, profile: ShownProfile, match: ShownMatch | null): Promise<WhoElse> {
  const asked = match?.lines.flatMap(({ covered, skillId }) => (covered && skillId ? [skillId] : [])) ?? []
  const skills = [...profile.skills]
    .sort((one, other) => Number(asked.includes(other.id)) - Number(asked.includes(one.id)))
    .slice(0, MOST_SKILLS)
  const [main] = skills
  if (!main) return { rareSkills: [], rareThere: null }
  const counts = await db
    .selectFrom('candidate_skill')
    .innerJoin('candidate', 'candidate.id', 'candidate_skill.candidate_id')
    .select((eb) => [
      'candidate_skill.skill_id as skillId',
      eb.fn.countAll<number>().as('count'),
      sql<number>`(count(*) filter (where candidate.works_in && ${profile.worksIn}::text[]))::int`.as(
        'there',
      ),
    ])
    .where(
      'candidate_skill.skill_id',
      'in',
      skills.map(({ id }) => id),
    )
    .where('candidate_skill.removed_at', 'is', null)
    .where('candidate.ended_at', 'is', null)
    .groupBy('candidate_skill.skill_id')
    .execute()
  const byId = new Map(counts.map((row) => [row.skillId, row]))
  const shared = ({ id, fi, sv, en }: (typeof skills)[number], count: number) => ({
    skillId: id,
    fi,
    sv,
    en,
    count,
  })
  const there = byId.get(main.id)?.there ?? 0
  return {
    rareSkills: skills
      .map((skill) => shared(skill, byId.get(skill.id)?.count ?? 0))
      .filter(({ count }) => isSmallGroup(count))
      .sort((one, other) => one.count - other.count),
    rareThere:
      profile.worksIn.length > 0 && isSmallGroup(there)
        ? { ...shared(main, there), places: profile.worksIn }
        : null,
  }
}

function isSmallGroup(count: number): boolean {
  return count < SMALL_GROUP
}
