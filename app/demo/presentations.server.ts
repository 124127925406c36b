import { matchPerson } from '~/needs/match'
import { SHIPPED_RULES } from '~/needs/match-rules'
import { neededSkills } from '~/needs/needed-skills'
import { profileHash } from '~/presentations/profile-hash.server'
import { buildShownProfile, shownMatchOf } from '~/presentations/shown-profile'
import type { Vocabulary } from '~/skills/vocabulary'
import type { Candidate } from './candidates'
import type { ConsentBook } from './consents'
import { currentPresentations, type PresentationPlan } from './current-presentations'
import type { CvBook } from './cvs.server'
import type { AccountOf } from './employer-accounts'
import type { Need } from './needs'
import type { Scene } from './scene'
import type { Story } from './story'

/** What a presentation stands on: the consents, the CVs, and who opens it. */
type Shown = { consents: ConsentBook; cvs: CvBook; accountOf: AccountOf }

/** What was shown of whom to which partner; gives the ids by person and company. */
export function addPresentations(
  scene: Scene,
  needs: ReadonlyMap<string, Need>,
  shown: Shown,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const plan of currentPresentations) {
    const need = needs.get(plan.need)
    if (!need || need.company.name !== plan.company)
      throw new Error(`${plan.company} has no need ${plan.need}`)
    const id = addPresentation(scene, scene.candidates.find(plan.person), need, plan, shown)
    const key = `${plan.person} | ${plan.company}`
    if (!ids.has(key)) ids.set(key, id)
  }
  return ids
}

function addPresentation(
  { story, staff, rounds }: Scene,
  person: Candidate,
  need: Need,
  plan: PresentationPlan,
  { consents, cvs, accountOf }: Shown,
): string {
  const { rows } = story
  const { company } = need
  const [contact] = company.contacts
  if (!contact) throw new Error(`${company.name} has nobody to show a profile to`)
  const account = accountOf(contact.id)
  const sentAt = story.at(plan.sent, '09:45')
  const id = story.id(sentAt)
  const cv = plan.tier ? cvs.of(person.name) : null
  const { profile, match } = shownOf(person, need, story.vocabulary)
  const { answer, answeredAt, columns: answerColumns } = answerOf(story, plan, person.coachId, account)
  const [endedOn, endReason] = plan.revoked ?? plan.closed ?? []
  const endedAt = endedOn === undefined ? null : story.at(endedOn, '15:40')
  const status = statusOf(plan)
  rows.add('presentation', {
    id,
    candidate_id: person.id,
    company_id: company.id,
    contact_id: contact.id,
    need_id: need.id,
    round_id: rounds.second,
    tier: plan.tier ?? 'T1',
    consent_id: plan.tier ? consents.byNameTo(person.name, company.name) : consents.profileOf(person.name),
    cv_id: cv?.id ?? null,
    cv_sha256: cv?.sha256 ?? null,
    profile,
    profile_sha256: profileHash(profile, match),
    match,
    message: greetings[company.language],
    status,
    sent_by: staff.liaison,
    sent_at: sentAt,
    expires_on: story.day(plan.sent + 30),
    ...answerColumns,
    ended_by: endedAt ? staff.liaison : null,
    ended_at: endedAt,
    end_reason: endReason ?? null,
  })

  tellCourse({ story, staff }, id, {
    about: { companyId: company.id, candidateId: person.id, roundId: rounds.second },
    sentAt,
    seen: plan.viewed === undefined || !account ? null : { at: story.at(plan.viewed, '11:50'), by: account },
    what: cv ? ['profile', 'cv'] : ['profile'],
    answer: answeredAt && answer ? { at: answeredAt, what: answer } : null,
    ended: endedAt && { at: endedAt, status },
  })
  return id
}

/** What the employer answered, and what of it the coach let the person read a day later. */
function answerOf(story: Story, plan: PresentationPlan, coachId: string, account: string | null) {
  const [answeredOn, answer, reasons, comment] = plan.answered ?? []
  const answeredAt = answeredOn === undefined ? null : story.at(answeredOn, '13:25')
  const columns = {
    answer: answer ?? null,
    answer_reasons: [...(reasons ?? [])],
    answer_comment: comment ?? null,
    answered_by: answer ? account : null,
    answered_at: answeredAt,
    released_comment: plan.released ?? null,
    released_by: plan.released ? coachId : null,
    released_at: plan.released && answeredAt ? new Date(answeredAt.getTime() + 86_400_000) : null,
  }
  return { answer, answeredAt, columns }
}

/** Writes down who looked at a presentation, and a line of the timeline for each of its steps. */
function tellCourse(
  { story, staff }: Pick<Scene, 'story' | 'staff'>,
  id: string,
  course: {
    about: { companyId: string; candidateId: string; roundId: string }
    sentAt: Date
    seen: { at: Date; by: string } | null
    what: ('profile' | 'cv')[]
    answer: { at: Date; what: string } | null
    ended: { at: Date; status: string } | null
  },
): void {
  const { sentAt, seen, answer, ended } = course
  const tell = (at: Date, actor: string, action: string) =>
    story.tell(at, actor, action, ['presentation', id], course.about)
  tell(sentAt, staff.liaison, 'presentation_sent')
  if (seen) {
    for (const what of course.what)
      story.rows.add('presentation_view', { presentation_id: id, user_id: seen.by, what, at: seen.at })
    tell(seen.at, seen.by, 'presentation_viewed')
    if (answer) tell(answer.at, seen.by, `presentation_${answer.what}`)
  }
  if (ended) tell(ended.at, staff.liaison, `presentation_${ended.status}`)
}

function statusOf(plan: PresentationPlan): 'sent' | 'viewed' | 'answered' | 'revoked' | 'closed' {
  if (plan.revoked) return 'revoked'
  if (plan.closed) return 'closed'
  if (plan.answered) return 'answered'
  return plan.viewed === undefined ? 'sent' : 'viewed'
}

/** The liaison's words beside a profile, in the language of the company. */
const greetings = {
  fi: 'Hei, tässä puheenamme ollut osaaja. Kerro, haluatko tavata.',
  sv: 'Hej, här är den person vi talade om. Berätta om ni vill träffas.',
  en: 'Hello, here is the person we talked about. Tell us whether you would like to meet.',
}

/** What the employer sees of a person who is compared with a need. */
export function shownOf({ seeker, skills, ...person }: Candidate, need: Need, vocabulary: Vocabulary) {
  const wishes = {
    forms: seeker.forms,
    worksIn: seeker.worksIn,
    remote: seeker.remote ?? true,
    availableFrom: person.availableFrom,
    languages: languageRows(seeker.languages),
  }
  const { profile } = buildShownProfile(
    {
      ...wishes,
      nonDisclosure: seeker.nonDisclosure ?? false,
      headline: seeker.headline,
      about: seeker.about,
      skills: skills.map(({ id, level, evidence }) => {
        const name = vocabulary.skills.get(id)?.name ?? { fi: id, sv: id, en: id }
        return { id, ...name, level, evidence }
      }),
    },
    { name: person.name, organisations: (seeker.path ?? []).map(([, , where]) => where) },
  )
  const match = matchPerson(
    SHIPPED_RULES,
    {
      skills: neededSkills(need.skills, vocabulary),
      languages: languageRows(need.words.languages),
      forms: need.words.forms,
      municipality: need.company.municipality,
      remote: need.words.remote ?? 'partly',
      startsOn: need.startsOn,
    },
    {
      ...wishes,
      id: person.id,
      number: '',
      skills: skills.map(({ id, level, evidence }) => ({
        skillId: id,
        level,
        years: null,
        words: null,
        evidence,
        place: null,
        jobs: 0,
        source: 'coach',
        confirmed: true,
      })),
      declined: [],
      passages: [],
      timesShown: 0,
    },
  )
  return { profile, match: match && shownMatchOf(match) }
}

function languageRows(languages: Record<string, string>) {
  return Object.entries(languages).map(([language, level]) => ({ language, level }))
}
