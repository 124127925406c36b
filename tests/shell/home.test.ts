import { beforeEach, expect, test } from 'vitest'
import type { Role } from '~/auth/permissions'
import { plusDays, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { navigationFor } from '~/shell/navigation'
import { loader } from '~/shell/routes/home'
import type { Step, Work } from '~/shell/today'
import { argsOf, as, request, type SignedIn } from '../support/as'
import { clearDatabase } from '../support/database'
import { makeCandidate, makeCompany, makePresentation, makeRound } from '../support/factories'
import { replyOf } from '../support/reply'

let companyId: string
let candidateId: string

beforeEach(async () => {
  await clearDatabase()
  companyId = await makeCompany({ name: 'Kaarna Oy' })
  candidateId = await makeCandidate({ number: 'K-1001' })
})

async function homeOf(someone: SignedIn): Promise<{ work: Work[]; steps: Step[] }> {
  const reply = await replyOf<{ work: Work[]; steps: Step[] }>(() => loader(argsOf(someone.request('/'))))
  return reply.data ?? { work: [], steps: [] }
}

async function waitingFor(someone: SignedIn): Promise<Record<string, number>> {
  const { work } = await homeOf(someone)
  return Object.fromEntries(work.map(({ kind, count }) => [kind, count]))
}

async function makePlacement(given: {
  started_on: string
  ends_on: string | null
  status?: string
}): Promise<string> {
  const { id } = await db
    .insertInto('placement')
    .values({
      candidate_id: candidateId,
      company_id: companyId,
      form: 'work_trial',
      employer_of_record: 'Kaarna Oy',
      title: 'Varasto',
      status: 'running',
      starts_on: given.started_on,
      ...given,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

function presentedDaysAgo(days: number): Promise<string> {
  return makePresentation({
    candidate_id: candidateId,
    company_id: companyId,
    sent_at: new Date(Date.now() - days * 24 * 60 * 60 * 1000),
    expires_on: plusDays(today(), 30),
  })
}

test('a next step waits from its day on, for its owner', async () => {
  const liaison = await as('liaison')
  const other = await as('liaison')
  const step = { round_id: await makeRound(), company_id: companyId, owner_id: liaison.viewer.userId }
  const { id } = await db
    .insertInto('engagement')
    .values({ ...step, next_action: 'Soita tarjouksesta', next_action_on: plusDays(today(), 1) })
    .returning('id')
    .executeTakeFirstOrThrow()
  expect(await waitingFor(liaison)).toEqual({})
  await db.updateTable('engagement').set({ next_action_on: today() }).where('id', '=', id).execute()
  expect((await homeOf(liaison)).work[0]).toMatchObject({
    kind: 'next_actions',
    count: 1,
    lines: [
      { to: `/companies/${companyId}`, title: 'Kaarna Oy', detail: 'Soita tarjouksesta', day: today() },
    ],
  })
  expect(await waitingFor(other)).toEqual({})
})

test('meetings of today and of the coming week are apart, cancelled ones are gone', async () => {
  const coordinator = await as('coordinator')
  const inDays = (days: number) => new Date(Date.parse(`${plusDays(today(), days)}T10:00:00Z`))
  const meeting = { kind: 'visit', mode: 'in_person', title: 'Tehdaskäynti' }
  await db
    .insertInto('meeting')
    .values([
      { ...meeting, starts_at: inDays(0) },
      { ...meeting, starts_at: inDays(1) },
      { ...meeting, starts_at: inDays(7) },
      { ...meeting, starts_at: inDays(8) },
      { ...meeting, starts_at: inDays(1), status: 'cancelled' },
    ])
    .execute()
  expect(await waitingFor(coordinator)).toEqual({ meetings_today: 1, meetings_week: 2 })
})

test('a presentation waits for a question after seven days, and its answer waits for us', async () => {
  const coordinator = await as('coordinator')
  await presentedDaysAgo(6)
  const old = await presentedDaysAgo(8)
  expect(await waitingFor(coordinator)).toEqual({ unanswered: 1 })
  await db
    .updateTable('presentation')
    .set({ status: 'answered', answer: 'interested', answered_at: new Date() })
    .where('id', '=', old)
    .execute()
  expect(await waitingFor(coordinator)).toEqual({ answers: 1 })
  await db.updateTable('consent').set({ withdrawn_at: new Date() }).execute()
  expect(await waitingFor(coordinator)).toEqual({})
})

test('a placement asks for a check-in after thirty quiet days and for an assessment before its end', async () => {
  const coordinator = await as('coordinator')
  const days = { started_on: plusDays(today(), -31), ends_on: plusDays(today(), 7) }
  await makePlacement({ ...days, status: 'terminated' })
  const id = await makePlacement(days)
  expect(await waitingFor(coordinator)).toEqual({ check_ins: 1, assessments: 1 })
  await db
    .insertInto('check_in')
    .values({ placement_id: id, held_on: today(), mode: 'phone', heard: 'both', on_track: true })
    .execute()
  await db
    .insertInto('placement_assessment')
    .values({ placement_id: id, kind: 'closing', given_on: today() })
    .execute()
  expect(await waitingFor(coordinator)).toEqual({})
})

test('names of candidates are not on the home page, and roles without a kind of work do not see it', async () => {
  await presentedDaysAgo(8)
  await makePlacement({ started_on: plusDays(today(), -40), ends_on: null })
  const liaison = await homeOf(await as('liaison'))
  expect(JSON.stringify(liaison)).toContain('K-1001')
  expect(JSON.stringify(liaison)).not.toContain('Oona')
  expect(await waitingFor(await as('project_manager'))).toEqual({})
  expect(await waitingFor(await as('administrator'))).toEqual({})
})

test('an empty installation tells an administrator what to do first', async () => {
  await clearDatabase()
  const administrator = await as('administrator')
  const { steps } = await homeOf(administrator)
  expect(steps.map(({ step, done }) => [step, done])).toEqual([
    ['accounts', false],
    ['companies', false],
    ['campaigns', false],
  ])
  await as('liaison')
  await makeCompany()
  expect((await homeOf(administrator)).steps.map(({ done }) => done)).toEqual([true, true, false])
})

test('outside roles are taken to their own pages and strangers to the sign-in', async () => {
  for (const [role, path] of [
    ['employer', '/portal'],
    ['mentor', '/mentor'],
    ['caller', '/calls'],
  ] as const) {
    const someone = await as(role)
    expect(await replyOf(() => loader(argsOf(someone.request('/'))))).toMatchObject({ location: path })
  }
  expect(await replyOf(() => loader(argsOf(request('/'))))).toMatchObject({ location: '/sign-in' })
})

test('what belongs to companies stands below them in the menu, for those who may open it', () => {
  const belowCompanies = (role: Role) => {
    const items = navigationFor({ roles: [role] }).flatMap((group) => group.items)
    return items.find(({ to }) => to === '/companies')?.below.map(({ to }) => to)
  }
  expect(belowCompanies('liaison')).toEqual([
    '/segments',
    '/companies/imports/new',
    '/companies/duplicates',
    '/companies/bulk',
    '/contact-rules',
  ])
  expect(belowCompanies('coordinator')).toEqual(['/segments', '/companies/duplicates', '/contact-rules'])
  expect(belowCompanies('caller')).toBeUndefined()
})

test('whoever may read the rules of matching finds them in the menu', () => {
  const placesOf = (role: Role) =>
    navigationFor({ roles: [role] }).flatMap(({ items }) => items.map(({ to }) => to))
  expect(placesOf('administrator')).toContain('/needs/rules')
  expect(placesOf('project_manager')).toContain('/needs/rules')
  expect(placesOf('caller')).not.toContain('/needs/rules')
})
