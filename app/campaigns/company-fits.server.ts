import { type SqlBool, sql } from 'kysely'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { consentStates } from '~/candidates/consent-states.server'
import { kinshipOf } from '~/needs/skill-kinship'
import { today } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { findSkills, skillsNamedIn } from '~/skills/find-skills'
import { loadVocabulary } from '~/skills/vocabulary.server'
import type { Language } from '~/texts/text-keys'

/** People shown by their number on a card. */
const MOST_SHOWN = 3
/** People whose consent is looked up; they cover the most. */
const MOST_ASKED_ABOUT = 60
const MOST_SKILLS = 12
/** Letters of a company's own words that are read for skills. */
const MOST_READ = 4000

type Asked = {
  companyId: string
  roundId: string
  matchedKeywords: readonly string[]
  description: string | null
}

/**
 * How many people fit a company today and by which skills: those its open needs ask for, else those its keywords
 * and own words name. Only people whose consent lets the company see a profile in this round are counted. Staff who
 * may see matches get up to three by number; an external caller gets counts and skills and never a person. Four
 * statements however many needs and people there are. Null when there is no skill to go by.
 */
export async function findCompanyFits(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  asked: Asked,
  language: Language,
) {
  const needed = await skillsNeeded(db, asked.companyId)
  const from = needed.length > 0 ? ('needs' as const) : ('words' as const)
  const skills = from === 'needs' ? needed : await skillsInWords(db, asked)
  if (skills.length === 0) return null

  const covering = await peopleCovering(db, skills)
  const consents = await consentStates(db, {
    candidateIds: covering.map(({ id }) => id),
    companyId: asked.companyId,
    roundId: asked.roundId,
    tier: 'T1',
  })
  const people = covering.filter(({ id }) => consents.get(id)?.state === 'given')
  const { vocabulary } = loadVocabulary()
  const nameOf = (id: string) => vocabulary.skills.get(id)?.name[language] ?? id
  return {
    from,
    people: people.length,
    skills: skills.flatMap((id) => {
      const having = people.filter(({ covers }) => covers.includes(id)).length
      return having > 0 ? [{ name: nameOf(id), people: having }] : []
    }),
    shown: may(viewer, 'matches.read')
      ? people
          .slice(0, MOST_SHOWN)
          .map(({ id, number, covers }) => ({ id, number, skills: covers.map(nameOf) }))
      : [],
  }
}

export type CompanyFits = Awaited<ReturnType<typeof findCompanyFits>>

async function skillsNeeded(db: Db, companyId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('need')
    .innerJoin('need_skill', 'need_skill.need_id', 'need.id')
    .select('need_skill.skill_id as skillId')
    .where('need.company_id', '=', companyId)
    .where('need.status', '=', 'open')
    .where(sql<SqlBool>`(need.valid_until is null or need.valid_until >= ${today()}::date)`)
    .where('need_skill.skill_id', 'is not', null)
    .groupBy('need_skill.skill_id')
    .orderBy(sql`bool_or(need_skill.must)`, 'desc')
    .orderBy('need_skill.skill_id')
    .limit(MOST_SKILLS)
    .execute()
  return rows.flatMap(({ skillId }) => skillId ?? [])
}

async function skillsInWords(db: Db, asked: Asked): Promise<string[]> {
  const { vocabulary } = loadVocabulary()
  const company = await db
    .selectFrom('company')
    .select(sql<string | null>`left(company.web_text, ${MOST_READ})`.as('webText'))
    .where('company.id', '=', asked.companyId)
    .executeTakeFirst()
  const own = [asked.description, company?.webText].filter(Boolean).join('\n').slice(0, MOST_READ)
  const named = [
    ...asked.matchedKeywords.flatMap((keyword) => skillsNamedIn(keyword, vocabulary)),
    ...findSkills(own, vocabulary).flatMap(({ skillId, negated }) => (negated ? [] : skillId)),
  ]
  return [...new Set(named)]
    .filter((id) => vocabulary.skills.get(id)?.kind !== 'language')
    .slice(0, MOST_SKILLS)
}

/** People looking for work who have any of the skills or a more specific one, those covering most first. */
async function peopleCovering(db: Db, skills: string[]) {
  const kinship = kinshipOf(loadVocabulary().vocabulary)
  const pairs = skills.flatMap((needed) =>
    [needed, ...kinship.moreSpecific(needed)].map((held) => ({ needed, held })),
  )
  return (
    db
      .selectFrom('candidate')
      .innerJoin('candidate_skill', 'candidate_skill.candidate_id', 'candidate.id')
      .innerJoin(
        sql<{ needed: string; held: string }>`(
        select * from unnest(
          ${pairs.map(({ needed }) => needed)}::text[], ${pairs.map(({ held }) => held)}::text[]
        ) as rows (needed, held)
      )`.as('pair'),
        'pair.held',
        'candidate_skill.skill_id',
      )
      .select([
        'candidate.id',
        'candidate.number',
        sql<string[]>`array_agg(distinct pair.needed)`.as('covers'),
      ])
      .where('candidate.ended_at', 'is', null)
      .where('candidate_skill.removed_at', 'is', null)
      .groupBy('candidate.id')
      .orderBy(sql`count(distinct pair.needed)`, 'desc')
      // Whoever has been shown least comes first among equals, as in the matches.
      .orderBy(sql`(select count(*) from presentation where presentation.candidate_id = candidate.id)`)
      .orderBy('candidate.id')
      .limit(MOST_ASKED_ABOUT)
      .execute()
  )
}
