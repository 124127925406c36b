import { resolveSkillWords } from '~/skills/skill-words'
import type { Company } from './companies'
import type { Rounds } from './rounds'
import { type NeedWords, secondRoundNeeds } from './second-round-needs'
import type { Listed } from './source-lists'
import type { Staff } from './staff'
import type { Story } from './story'

export type NeedSkill = { words: string; skillId: string | null; must: boolean; level: number | null }
export type Need = { id: string; title: string; company: Company; skills: NeedSkill[]; words: NeedWords }

/** What the partners of the second round need, in their own words, by the title of the need. */
export function addNeeds(
  story: Story,
  staff: Staff,
  rounds: Rounds,
  listed: Listed,
  meetingOf: ReadonlyMap<string, { id: string; startsAt: Date }>,
): ReadonlyMap<string, Need> {
  const { rows, vocabulary } = story
  const needs = new Map<string, Need>()
  for (const words of secondRoundNeeds as readonly NeedWords[]) {
    const company = listed.byName.get(words.company)
    if (!company) throw new Error(`there is no company ${words.company}`)
    const meeting = meetingOf.get(company.id)
    if (!meeting) throw new Error(`${words.company} was never met`)
    const addedAt = new Date(meeting.startsAt.getTime() + 90 * 60_000)
    const id = story.id(addedAt)
    const status = words.status ?? 'open'
    rows.add('need', {
      id,
      company_id: company.id,
      round_id: rounds.second,
      meeting_id: meeting.id,
      contact_id: company.contacts[0]?.id ?? null,
      title: words.title,
      description: words.description,
      headcount: words.headcount ?? 1,
      forms: [...words.forms],
      municipality: company.municipality,
      remote: words.remote ?? 'partly',
      valid_until: story.day(words.validFor ?? 60),
      status,
      status_at: status === 'open' ? null : story.at(-16, '10:00'),
      status_by: status === 'open' ? null : staff.liaison,
      status_reason: status === 'open' ? null : 'Paikka täyttyi kierrokselta',
      owner_id: staff.liaison,
      created_by: staff.liaison,
      created_at: addedAt,
    })
    const skills = words.skills.map(([text, must, level]) => ({
      words: text,
      skillId: resolveSkillWords(text, vocabulary) ?? null,
      must: must === 'must',
      level: level ?? null,
    }))
    for (const [position, skill] of skills.entries())
      rows.add('need_skill', {
        id: story.id(addedAt),
        need_id: id,
        position,
        words: skill.words,
        skill_id: skill.skillId,
        must: skill.must,
        level: skill.level,
      })
    for (const [language, level] of Object.entries(words.languages))
      rows.add('need_language', { need_id: id, language, level })
    const about = { companyId: company.id, roundId: rounds.second }
    story.tell(addedAt, staff.liaison, 'need_added', ['need', id], about)
    if (status !== 'open')
      story.tell(story.at(-16, '10:00'), staff.liaison, `need_${status}`, ['need', id], about)
    needs.set(words.title, { id, title: words.title, company, skills, words })
  }
  return needs
}
