import { type SqlBool, sql } from 'kysely'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { reachesCompany } from '~/candidates/blocked-companies.server'
import { visibleCompanies } from '~/companies/companies.server'
import { isCompanySuppressed } from '~/companies/suppression-check.server'
import { today } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { findSkills } from '~/skills/find-skills'
import type { SkillKind } from '~/skills/vocabulary'
import { loadVocabulary } from '~/skills/vocabulary.server'
import type { Language } from '~/texts/text-keys'
import { comparablePeople } from './comparable-people.server'
import { rotationSeed } from './matching.server'
import { kinshipOf } from './skill-kinship'

/** Companies shown for one person. */
const MOST_COMPANIES = 30
/** Letters of a company's website that are read for the words behind a skill, as where its skills are read. */
const LONGEST_WEB_TEXT = 20_000

/** Kinds of skill that every company's words may name: they do not tell what the company works with. */
const TOLD_OF_ALL_WORK: ReadonlySet<SkillKind | undefined> = new Set(['language', 'trait'])

/** Where a company's words name a skill, the closest to what it asks of people first. */
const WORDED_IN = ['needs', 'keywords', 'description', 'industry', 'web'] as const
type FittingWords = {
  skillId: string
  where: (typeof WORDED_IN)[number]
  words: string
  sentence: string
}

/**
 * Companies without an open need whose own words name what a person can, for an open application; those naming most of
 * it first, equals in the order of the day. Companies that the person has blocked or that refuse contact are left out.
 * The caller has found the person through visibleCandidates.
 */
export async function companiesForCandidate(db: Db, viewer: Viewer, candidateId: string) {
  if (!may(viewer, 'matches.read')) return { companies: [], more: false }
  const [person] = await comparablePeople(db, [candidateId], { confirmedOnly: true })
  if (!person) return { companies: [], more: false }
  const { vocabulary } = loadVocabulary()
  const kinship = kinshipOf(vocabulary)
  const covered = [...new Set(person.skills.flatMap(({ skillId }) => [...kinship.covers(skillId)]))].filter(
    (id) => !TOLD_OF_ALL_WORK.has(vocabulary.skills.get(id)?.kind),
  )
  if (covered.length === 0) return { companies: [], more: false }

  const found = await companiesNaming(db, viewer, candidateId, covered)
  const shown = found.slice(0, MOST_COMPANIES)
  const words = await wordsOf(
    db,
    shown.map(({ id }) => id),
    new Set(covered),
  )
  const places = new Set(person.worksIn.map((place) => place.toLowerCase()))
  return {
    companies: shown.map(({ id, name, municipality, industry }) => ({
      id,
      name,
      municipality,
      industry,
      placeFits: municipality !== null && places.has(municipality.toLowerCase()),
      words: words.get(id) ?? [],
    })),
    more: found.length > MOST_COMPANIES,
  }
}

type FittingCompany = Awaited<ReturnType<typeof companiesForCandidate>>['companies'][number]

function companiesNaming(db: Db, viewer: Viewer, candidateId: string, skillIds: string[]) {
  const lot = sql`hashtextextended(company.id::text, hashtextextended(${rotationSeed(candidateId)}::text, 0))`
  return visibleCompanies(db, viewer)
    .innerJoin(
      sql<{ company_id: string; skills: number }>`(
        select company_id, count(distinct skill_id)::int as skills
        from (
          select company_id, skill_id from company_skill where skill_id = any(${skillIds}::text[])
          union
          select need.company_id, need_skill.skill_id
          from need_skill join need on need.id = need_skill.need_id
          where need_skill.skill_id = any(${skillIds}::text[])
          union
          select company_id, 'keyword' from source_list_company
          where matched_keywords && ${keywordsOf(skillIds)}::text[]
        ) as named
        group by company_id
      )`.as('named'),
      'named.company_id',
      'company.id',
    )
    .select(['company.id', 'company.name', 'company.municipality', 'company.industry'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('need')
            .select('need.id')
            .whereRef('need.company_id', '=', 'company.id')
            .where('need.status', '=', 'open')
            .where(sql<SqlBool>`(need.valid_until is null or need.valid_until >= ${today()}::date)`),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('blocked_company')
            .select('blocked_company.company_id')
            .where('blocked_company.candidate_id', '=', candidateId)
            .where(reachesCompany()),
        ),
      ),
    )
    .where(({ not }) => not(isCompanySuppressed('phone')))
    .where(({ not }) => not(isCompanySuppressed('email')))
    .orderBy('named.skills', 'desc')
    .orderBy(lot)
    .limit(MOST_COMPANIES + 1)
    .execute()
}

/** Every way in which a list of companies may have been searched by a skill. */
function keywordsOf(skillIds: readonly string[]): string[] {
  const { vocabulary } = loadVocabulary()
  const words = skillIds.flatMap((id) => vocabulary.skills.get(id)?.words.map(({ text }) => text) ?? [])
  return [...new Set(words.flatMap((word) => [word, word.toLowerCase()]))]
}

/** The words behind each company's place on the list, each skill once, by where it says most. */
async function wordsOf(db: Db, companyIds: string[], skillIds: ReadonlySet<string>) {
  const texts = await textsOf(db, companyIds)
  const { vocabulary } = loadVocabulary()
  const words = new Map<string, FittingWords[]>()
  for (const where of WORDED_IN) {
    for (const { companyId, text } of texts.filter((one) => one.where === where)) {
      const ofCompany = words.get(companyId) ?? []
      words.set(companyId, ofCompany)
      for (const { skillId, words, sentence, negated } of findSkills(text, vocabulary)) {
        if (negated || !skillIds.has(skillId) || ofCompany.some((one) => one.skillId === skillId)) continue
        ofCompany.push({ skillId, where, words, sentence: sentence.slice(0, 200) })
      }
    }
  }
  return words
}

type CompanyText = { companyId: string; where: FittingWords['where']; text: string }

async function textsOf(db: Db, companyIds: string[]): Promise<CompanyText[]> {
  if (companyIds.length === 0) return []
  const [companies, keywords, needs] = await Promise.all([
    db
      .selectFrom('company')
      .select(['id', 'industry', 'description'])
      .select(sql<string | null>`left(web_text, ${LONGEST_WEB_TEXT})`.as('web'))
      .where('id', 'in', companyIds)
      .execute(),
    db
      .selectFrom('source_list_company')
      .select(['company_id as companyId', sql<string>`array_to_string(matched_keywords, ', ')`.as('text')])
      .where('company_id', 'in', companyIds)
      .execute(),
    db
      .selectFrom('need')
      .innerJoin('need_skill', 'need_skill.need_id', 'need.id')
      .select(['need.company_id as companyId', 'need_skill.words as text'])
      .where('need.company_id', 'in', companyIds)
      .orderBy('need.id', 'desc')
      .limit(1000)
      .execute(),
  ])
  return [
    ...needs.map((row) => ({ ...row, where: 'needs' as const })),
    ...keywords.map((row) => ({ ...row, where: 'keywords' as const })),
    ...companies.flatMap(({ id: companyId, industry, description, web }) => [
      ...(description ? [{ companyId, where: 'description' as const, text: description }] : []),
      ...(industry ? [{ companyId, where: 'industry' as const, text: industry }] : []),
      ...(web ? [{ companyId, where: 'web' as const, text: web }] : []),
    ]),
  ]
}

/** Names of the skills that companies' words name, in one language, by id. */
export function namesOfWordedSkills(language: Language, companies: readonly FittingCompany[]) {
  const { vocabulary } = loadVocabulary()
  const ids = companies.flatMap(({ words }) => words.map(({ skillId }) => skillId))
  return Object.fromEntries(ids.map((id) => [id, vocabulary.skills.get(id)?.name[language] ?? id]))
}
