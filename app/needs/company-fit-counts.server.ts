import { sql } from 'kysely'
import { reachesCompany } from '~/candidates/blocked-companies.server'
import { today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import { findSkills, skillsNamedIn } from '~/skills/find-skills'
import type { Vocabulary } from '~/skills/vocabulary'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { READY_WITHIN_DAYS } from './ready-people.server'
import { kinshipOf } from './skill-kinship'

/** Changes taken in at a time: the reading of texts must not keep a web process from its pages. */
const AT_ONCE = 200
/** Letters of a company's own words that are read, and skills taken from them, as on the call card. */
const MOST_READ = 4000
const MOST_SKILLS = 12
/** Skills shared with people are counted no further for one company; more people than that are as good as many. */
const MOST_PAIRS = 300

/**
 * Counts anew, for every company that a change could concern, how many people could be introduced to it: ready,
 * consenting, and with a skill that its open needs ask for, or else its own words name. Only numbers are kept.
 * Two callers do not work at once: the second returns at once.
 */
export async function countCompanyFits(db: Db): Promise<void> {
  while (await db.transaction().execute(countSome)) await new Promise((resolve) => setImmediate(resolve))
}

/** Has everything counted anew that depends on the day: consents and needs lapse, people become available. */
export async function recountCompanyFits(db: Db): Promise<void> {
  await sql`
    insert into company_fit_work (company_id, skill_id)
    select null, skill_id from (select distinct skill_id from candidate_skill) as held
    union all
    select company_id, null from need where valid_until between current_date - 7 and current_date - 1
  `.execute(db)
  await countCompanyFits(db)
}

async function countSome(trx: Trx): Promise<boolean> {
  const { rows: lock } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('company_fit')) as mine
  `.execute(trx)
  if (!lock[0]?.mine) return false
  const { rows: work } = await sql<{ companyId: string | null; skillId: string | null }>`
    delete from company_fit_work
    where id in (select id from company_fit_work order by id limit ${AT_ONCE})
    returning company_id as "companyId", skill_id as "skillId"
  `.execute(trx)
  if (work.length === 0) return false
  const companyIds = [...new Set(work.flatMap(({ companyId }) => companyId ?? []))]
  const skillIds = [...new Set(work.flatMap(({ skillId }) => skillId ?? []))]
  await readSkills(trx, companyIds)
  await recount(trx, companyIds, skillIds)
  return true
}

/** Writes down which skills held by people would fit each company: those it names and the more specific ones. */
async function readSkills(trx: Trx, companyIds: string[]): Promise<void> {
  if (companyIds.length === 0) return
  const { vocabulary } = loadVocabulary()
  const kinship = kinshipOf(vocabulary)
  const pairs = (await wordsOf(trx, companyIds)).flatMap((company) =>
    skillsOf(company, vocabulary)
      .flatMap((id) => [id, ...kinship.moreSpecific(id)])
      .map((skillId) => ({ companyId: company.id, skillId })),
  )
  await trx.deleteFrom('company_skill').where('company_id', 'in', companyIds).execute()
  await sql`
    insert into company_skill (company_id, skill_id)
    select distinct pair.company_id, pair.skill_id
    from unnest(
      ${pairs.map(({ companyId }) => companyId)}::uuid[], ${pairs.map(({ skillId }) => skillId)}::text[]
    ) as pair (company_id, skill_id)
    join skill on skill.id = pair.skill_id
  `.execute(trx)
}

type Words = { id: string; text: string; keywords: string[]; needed: string[] }

async function wordsOf(trx: Trx, companyIds: string[]): Promise<Words[]> {
  const { rows } = await sql<Words>`
    select company.id,
      left(concat_ws(E'\n', company.description, company.web_text), ${MOST_READ}) as text,
      array(
        select distinct keyword from source_list_company as listed, unnest(listed.matched_keywords) as keyword
        where listed.company_id = company.id
      ) as keywords,
      array(
        select need_skill.skill_id from need join need_skill on need_skill.need_id = need.id
        where need.company_id = company.id and need.status = 'open' and need_skill.skill_id is not null
          and (need.valid_until is null or need.valid_until >= ${today()}::date)
        group by need_skill.skill_id
        order by bool_or(need_skill.must) desc, need_skill.skill_id
      ) as needed
    from company where company.id = any(${companyIds}::uuid[])
  `.execute(trx)
  return rows
}

function skillsOf({ text, keywords, needed }: Words, vocabulary: Vocabulary): string[] {
  if (needed.length > 0) return needed.slice(0, MOST_SKILLS)
  const named = [
    ...keywords.flatMap((keyword) => skillsNamedIn(keyword, vocabulary)),
    ...findSkills(text, vocabulary).flatMap(({ skillId, negated }) => (negated ? [] : skillId)),
  ]
  return [...new Set(named)]
    .filter((id) => vocabulary.skills.get(id)?.kind !== 'language')
    .slice(0, MOST_SKILLS)
}

/** SQL over `candidate` and `asked`: the person may be shown to the company, by its own answer or that of a round. */
const mayBeShown = sql`
  not exists (
    select from blocked_company join company on company.id = asked.company_id
    where blocked_company.candidate_id = candidate.id and ${reachesCompany()}
  )
  and not exists (
    select from consent
    where consent.candidate_id = candidate.id and consent.company_id = asked.company_id and consent.tier = 'T1'
      and consent.superseded_at is null and (consent.answer = 'refused' or consent.withdrawn_at is not null)
  )
  and exists (
    select from consent left join employer_round on employer_round.id = consent.round_id
    where consent.candidate_id = candidate.id and consent.tier in ('T1', 'T2') and consent.answer = 'given'
      and consent.superseded_at is null and consent.withdrawn_at is null and consent.expires_on >= current_date
      and (
        consent.company_id = asked.company_id
        or consent.company_id is null and employer_round.id is not null and employer_round.closed_at is null
      )
  )`

async function recount(trx: Trx, companyIds: string[], skillIds: string[]): Promise<void> {
  await sql`
    with asked as (
      select company.id as company_id from company where company.id = any(${companyIds}::uuid[])
      union
      select company_id from company_skill where skill_id = any(${skillIds}::text[])
    ),
    counted as (
      select asked.company_id, fit.candidates, fit.skills
      from asked, lateral (
        select count(distinct pair.candidate_id)::int as candidates, array_agg(distinct pair.skill_id) as skills
        from (
          select candidate.id as candidate_id, held.skill_id
          from company_skill as named
          join candidate_skill as held on held.skill_id = named.skill_id and held.removed_at is null
          join candidate on candidate.id = held.candidate_id
          where named.company_id = asked.company_id
            and candidate.ended_at is null
            and (candidate.available_from is null or candidate.available_from <= current_date + ${READY_WITHIN_DAYS}::int)
            and ${mayBeShown}
          limit ${MOST_PAIRS}
        ) as pair
      ) as fit
      where fit.candidates > 0
    ),
    none as (
      delete from company_fit
      where company_id in (select company_id from asked) and company_id not in (select company_id from counted)
    )
    insert into company_fit (company_id, candidates, skills)
    select company_id, candidates, skills from counted
    on conflict (company_id) do update
    set candidates = excluded.candidates, skills = excluded.skills, counted_at = now()
    where (company_fit.candidates, company_fit.skills) is distinct from (excluded.candidates, excluded.skills)
  `.execute(trx)
}
