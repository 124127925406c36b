import { resolveSkillWords } from '~/skills/skill-words'
import type { Company } from './companies'
import type { Meetings } from './meetings'
import type { Scene } from './scene'
import { type NeedWords, secondRoundNeeds } from './second-round-needs'
import type { Staff } from './staff'
import type { Story } from './story'

type NeedSkill = { words: string; skillId: string | null; must: boolean; level: number | null }
export type Need = {
  id: string
  title: string
  company: Company
  skills: NeedSkill[]
  startsOn: string | null
  words: WordsOfNeed
}
type WordsOfNeed = Omit<NeedWords, 'company'>

/** What the partners of the second round need, in their own words, by the title of the need. */
export function addNeeds(
  { story, staff, rounds, listed }: Scene,
  meetings: Meetings,
): ReadonlyMap<string, Need> {
  const needs = new Map<string, Need>()
  for (const words of secondRoundNeeds as readonly NeedWords[]) {
    const company = listed.byName.get(words.company)
    const meeting = words.inJointMeeting ? meetings.joint : meetings.own.get(company?.id ?? '')
    if (!company || !meeting) throw new Error(`${words.company} was never met`)
    const toldAt = new Date(meeting.startsAt.getTime() + 90 * 60_000)
    const need = addNeed(story, staff, company, words, {
      toldAt,
      roundId: rounds.second,
      meetingId: meeting.id,
    })
    needs.set(words.title, need)
  }
  return needs
}

/** Where a company told of its need: in a meeting or in a call. */
type Told = { toldAt: Date; roundId: string; meetingId?: string; callId?: string }

export function addNeed(
  story: Story,
  staff: Staff,
  company: Company,
  words: WordsOfNeed,
  { toldAt, roundId, meetingId, callId }: Told,
): Need {
  const { rows, vocabulary } = story
  const id = story.id(toldAt)
  const status = words.status ?? 'open'
  // A need with an end of its own may begin at any time.
  const startsOn = words.validFor ? null : story.day(30)
  const endedAt = status === 'open' ? null : story.at(-16, '10:00')
  rows.add('need', {
    id,
    company_id: company.id,
    round_id: roundId,
    meeting_id: meetingId ?? null,
    call_id: callId ?? null,
    contact_id: company.contacts[0]?.id ?? null,
    title: words.title,
    description: words.description,
    headcount: words.headcount ?? 1,
    forms: [...words.forms],
    municipality: company.municipality,
    remote: words.remote ?? 'partly',
    starts_on: startsOn,
    valid_until: story.day(words.validFor ?? 60),
    status,
    status_at: endedAt,
    status_by: endedAt && staff.liaison,
    status_reason: endedAt && 'Paikka täyttyi kierrokselta',
    owner_id: staff.liaison,
    created_by: staff.liaison,
    created_at: toldAt,
  })
  const skills = words.skills.map(([text, must, level]) => ({
    words: text,
    skillId: resolveSkillWords(text, vocabulary) ?? null,
    must: must === 'must',
    level: level ?? null,
  }))
  for (const [position, { words: asked, skillId, must, level }] of skills.entries())
    rows.add('need_skill', {
      id: story.id(toldAt),
      need_id: id,
      position,
      words: asked,
      skill_id: skillId,
      must,
      level,
    })
  for (const [language, level] of Object.entries(words.languages))
    rows.add('need_language', { need_id: id, language, level })

  const about = { companyId: company.id, roundId }
  story.tell(toldAt, staff.liaison, 'need_added', ['need', id], about)
  if (endedAt) story.tell(endedAt, staff.liaison, `need_${status}`, ['need', id], about)
  return { id, title: words.title, company, skills, startsOn, words }
}
