import { beforeEach, describe, expect, test } from 'vitest'
import { action as addAssessment } from '~/placements/routes/assessment-new'
import { action as addCheckIn } from '~/placements/routes/check-in-new'
import { action as edit } from '~/placements/routes/edit'
import { loader as listPage } from '~/placements/routes/list'
import { action as plan, loader as planPage } from '~/placements/routes/new'
import { action as addOutcome } from '~/placements/routes/outcome-new'
import { action as withdrawOutcome } from '~/placements/routes/outcome-withdrawal'
import { loader as placementPage } from '~/placements/routes/placement'
import { action as move } from '~/placements/routes/status'
import { plusDays, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../support/as'
import { clearDatabase } from '../support/database'
import {
  makeCandidate,
  makeCompany,
  makeConsent,
  makeContact,
  makeNeed,
  makePresentation,
  makeProject,
  makeRound,
} from '../support/factories'
import { replyOf, statusOf } from '../support/reply'

let coordinator: SignedIn
let candidateId: string
let number: string
let companyId: string

beforeEach(async () => {
  await clearDatabase()
  coordinator = await as('coordinator')
  candidateId = await makeCandidate({ name: 'Salli Salainen' })
  number = await numberOf(candidateId)
  companyId = await makeCompany({ name: 'Virta Oy' })
})

async function numberOf(id: string) {
  const row = await db.selectFrom('candidate').select('number').where('id', '=', id).executeTakeFirstOrThrow()
  return row.number
}

const filled = () => ({
  candidate: number,
  company: 'Virta Oy',
  form: 'work_trial',
  title: 'Testaaja',
  employerOfRecord: 'Virta Oy',
  startsOn: '2026-03-01',
  endsOn: '2026-05-31',
  hoursPerDay: 6,
  daysPerWeek: 5,
})
const inOrder = {
  supervisorName: 'Olli Ohjaaja',
  purpose: 'clarify_career',
  insuranceRef: 'V-1',
  signedByCandidateOn: '2026-02-20',
  signedByHostOn: '2026-02-20',
  signedByAuthorityOn: '2026-02-21',
}
const planWith = (fields: object = {}, who = coordinator) =>
  replyOf(() => plan(argsOf(who.post('/placements/new', { ...filled(), ...fields }))))
/** Plans a placement and gives its id. */
async function planned(fields: object = {}): Promise<string> {
  const { location, data } = await planWith(fields)
  if (!location) throw new Error(JSON.stringify(data))
  return location.split('/').at(-1) ?? ''
}
const pageOf = (placementId: string, who = coordinator) =>
  placementPage(argsOf(who.request('/'), { placementId }))
async function moveTo(placementId: string, to: string, fields: object = {}) {
  const { placement } = await pageOf(placementId)
  const typed = { to, on: today(), reason: 'Sovittiin', version: placement.version, ...fields }
  return replyOf(() => move(argsOf(coordinator.post('/', typed), { placementId })))
}

describe('planning', () => {
  test('a work trial is planned by number and company, and coached by who planned it', async () => {
    const placementId = await planned()
    const { placement, events } = await pageOf(placementId)
    expect(placement).toMatchObject({
      status: 'planned',
      candidateNumber: number,
      companyName: 'Virta Oy',
      startsOn: '2026-03-01',
      coachName: coordinator.viewer.name,
      trialTime: { months: 3, days: 0 },
    })
    expect(events).toMatchObject([{ to: 'planned', actorName: coordinator.viewer.name }])
  })

  test('the same form sent twice plans once', async () => {
    const once = crypto.randomUUID()
    const [first, second] = await Promise.all([planWith({ once }), planWith({ once })])
    expect(first.location).toBe(second.location)
    expect(await db.selectFrom('placement').select('id').execute()).toHaveLength(1)
  })

  test.each([
    ['a candidate nobody knows', { candidate: 'K-999999' }, 'candidate', 'placements:which_candidate'],
    ['a company nobody knows', { company: 'Tuntematon Oy' }, 'company', 'placements:which_company'],
    ['a trial of nine hours a day', { hoursPerDay: 9 }, 'hoursPerDay', 'placements:trial_hours'],
    ['a trial of six days a week', { daysPerWeek: 6 }, 'daysPerWeek', 'placements:trial_days'],
    ['a trial without an end', { endsOn: '' }, 'endsOn', 'placements:end_needed'],
    ['an end before the start', { endsOn: '2026-02-01' }, 'endsOn', 'errors:ends_before_start'],
    ['no start', { startsOn: '' }, 'startsOn', 'errors:required'],
  ])('%s is told at its field', async (_words, fields, field, error) => {
    expect(await planWith(fields)).toMatchObject({
      status: 422,
      data: { form: { error: { [field]: [error] }, initialValue: { title: 'Testaaja' } } },
    })
  })

  test('a hire may have no end, and choices left open are empty', async () => {
    const placementId = await planned({
      form: 'hire',
      endsOn: '',
      purpose: '',
      roundId: '',
      supervisorId: '',
    })
    expect((await pageOf(placementId)).placement).toMatchObject({
      endsOn: null,
      purpose: null,
      roundId: null,
    })
  })

  test('a supervisor is one of the company’s own people', async () => {
    const own = await makeContact(companyId)
    const foreign = await makeContact(await makeCompany())
    expect(await planWith({ supervisorId: foreign })).toMatchObject({
      status: 422,
      data: { form: { error: { supervisorId: ['errors:choice'] } } },
    })
    const placementId = await planned({ supervisorId: own })
    expect((await pageOf(placementId)).placement).toMatchObject({ supervisorName: 'Elli Ojala' })
    const change = (supervisorId: string) =>
      statusOf(() =>
        edit(argsOf(coordinator.post('/', { ...filled(), supervisorId, version: 1 }), { placementId })),
      )
    expect(await change(foreign)).toBe(422)
    expect(await change(own)).toBe(303)
  })

  test('two people changing one placement do not overwrite each other', async () => {
    const placementId = await planned()
    const change = (title: string) =>
      replyOf(() => edit(argsOf(coordinator.post('/', { ...filled(), title, version: 1 }), { placementId })))
    expect((await change('Ensin')).status).toBe(303)
    expect(await change('Toiseksi')).toMatchObject({
      status: 409,
      data: { form: { initialValue: { title: 'Toiseksi' } } },
    })
    expect((await pageOf(placementId)).placement.title).toBe('Ensin')
  })

  test('a subsidy of eight months that began in 2021 is recorded without a word', async () => {
    const placementId = await planned({
      form: 'pay_subsidised',
      startsOn: '2021-02-01',
      endsOn: '2021-09-30',
      hoursPerDay: 7.5,
    })
    expect((await pageOf(placementId)).placement.warnings).toEqual([])
    expect((await moveTo(placementId, 'running', { on: '2021-02-01' })).status).toBe(303)
  })

  test('a subsidy decided after the start is warned about', async () => {
    const placementId = await planned({ form: 'pay_subsidised', subsidyDecidedOn: '2026-03-05' })
    expect((await pageOf(placementId)).placement.warnings).toEqual(['subsidy_after_start'])
  })

  test('trials at every host are counted, cancelled ones not', async () => {
    const first = await planned()
    const cancelled = await planned({ startsOn: '2026-06-01', endsOn: '2026-08-31' })
    await moveTo(cancelled, 'cancelled')
    expect((await pageOf(first)).placement.trialTime).toEqual({ months: 3, days: 0 })
    await makeCompany({ name: 'Toinen Oy' })
    const second = await planned({ company: 'Toinen Oy', startsOn: '2026-06-01', endsOn: '2026-09-01' })
    const { placement } = await pageOf(second)
    expect(placement.trialTime).toEqual({ months: 6, days: 1 })
    expect(placement.warnings).toContain('trial_over_six_months')
  })
})

describe('where a placement comes from', () => {
  async function presented(of: { candidateId: string; companyId: string }) {
    const needId = await makeNeed(of.companyId, { title: 'Testaajia' })
    const roundId = await makeRound()
    const id = await makePresentation({
      candidate_id: of.candidateId,
      company_id: of.companyId,
      need_id: needId,
      round_id: roundId,
    })
    return { id, needId, roundId }
  }
  const origins = () =>
    db
      .selectFrom('placement')
      .select(['presentation_id', 'need_id', 'predecessor_id', 'round_id'])
      .orderBy('id', 'desc')
      .executeTakeFirst()

  test('a presentation fills the form, and its need goes with the placement', async () => {
    const presentation = await presented({ candidateId, companyId })
    const draft = await planPage(
      argsOf(coordinator.request(`/placements/new?presentation=${presentation.id}`)),
    )
    expect(draft.defaults).toMatchObject({ candidate: number, company: 'Virta Oy', title: 'Testaajia' })
    await planned({ presentationId: presentation.id, roundId: draft.defaults.roundId })
    expect(await origins()).toEqual({
      presentation_id: presentation.id,
      need_id: presentation.needId,
      predecessor_id: null,
      round_id: presentation.roundId,
    })
  })

  test('a presentation of another person or to another company is refused', async () => {
    const other = await makeCandidate({ name: 'Toinen' })
    const ofOther = await presented({ candidateId: other, companyId })
    expect(await planWith({ presentationId: ofOther.id })).toMatchObject({
      status: 422,
      data: { form: { error: { candidate: ['placements:origin_other_person'] } } },
    })
    const elsewhere = await presented({ candidateId, companyId: await makeCompany() })
    expect(await planWith({ presentationId: elsewhere.id })).toMatchObject({
      status: 422,
      data: { form: { error: { company: ['placements:origin_other_company'] } } },
    })
    expect(await db.selectFrom('placement').select('id').execute()).toEqual([])
  })

  test('a need named in the form is not believed', async () => {
    const elsewhere = await presented({ candidateId, companyId: await makeCompany() })
    await planned({ needId: elsewhere.needId ?? '' })
    expect(await origins()).toMatchObject({ need_id: null })
  })

  test('a trial leads to subsidised work and that to a hire: one chain from every link', async () => {
    const trial = await planned()
    const draft = await planPage(argsOf(coordinator.request(`/placements/new?after=${trial}`)))
    expect(draft).toMatchObject({
      origin: { predecessorId: trial },
      defaults: { form: 'pay_subsidised', candidate: number },
    })
    const subsidised = await planned({
      form: 'pay_subsidised',
      predecessorId: trial,
      startsOn: '2026-06-01',
      endsOn: '2026-10-31',
    })
    const hire = await planned({
      form: 'hire',
      predecessorId: subsidised,
      startsOn: '2026-11-01',
      endsOn: '',
    })
    for (const link of [trial, subsidised, hire])
      expect((await pageOf(link)).chain.map(({ id }) => id)).toEqual([trial, subsidised, hire])
  })

  test('a chain goes on at another company without the first one’s need, and never with another person', async () => {
    const presentation = await presented({ candidateId, companyId })
    const trial = await planned({ presentationId: presentation.id })
    await makeCompany({ name: 'Toinen Oy' })
    await planned({ company: 'Toinen Oy', predecessorId: trial, form: 'hire' })
    expect(await origins()).toMatchObject({ predecessor_id: trial, need_id: null, presentation_id: null })
    const other = await numberOf(await makeCandidate({ name: 'Toinen' }))
    expect((await planWith({ candidate: other, predecessorId: trial })).status).toBe(422)
  })

  test.each(['-'.repeat(36), 'hello', ''])('an address that names %j starts from nothing', async (id) => {
    const draft = await planPage(
      argsOf(coordinator.request(`/placements/new?presentation=${id}&after=${id}`)),
    )
    expect(draft.origin).toEqual({ presentationId: null, predecessorId: null })
  })
})

describe('moving on', () => {
  test.each([
    ['signatures', { signedByHostOn: '' }],
    ['a purpose', { purpose: '' }],
    ['insurance', { insuranceRef: '' }],
    ['a supervisor', { supervisorName: '' }],
  ])('a work trial without %s is neither ready nor running', async (_words, missing) => {
    const placementId = await planned({ ...inOrder, ...missing })
    for (const to of ['ready', 'running'])
      expect(await moveTo(placementId, to)).toMatchObject({
        status: 409,
        data: {
          form: { error: { '': ['placements:trial_not_ready'] }, initialValue: { reason: 'Sovittiin' } },
        },
      })
    expect((await moveTo(placementId, 'agreed')).status).toBe(303)
  })

  test('a whole run keeps each change with its day, actor and reason', async () => {
    const placementId = await planned(inOrder)
    await moveTo(placementId, 'ready')
    await moveTo(placementId, 'running', { on: '2026-03-02' })
    await moveTo(placementId, 'paused', { on: '2026-04-01', reason: 'Loma' })
    await moveTo(placementId, 'running', { on: '2026-04-08' })
    await moveTo(placementId, 'terminated', { on: '2026-05-01', endedByParty: 'host', reason: 'Muutto' })
    const { placement, events } = await pageOf(placementId)
    expect(placement).toMatchObject({ status: 'terminated', startedOn: '2026-03-02', endedOn: '2026-05-01' })
    expect(events.map(({ to, happenedOn }) => [to, happenedOn])).toEqual([
      ['planned', null],
      ['ready', today()],
      ['running', '2026-03-02'],
      ['paused', '2026-04-01'],
      ['running', '2026-04-08'],
      ['terminated', '2026-05-01'],
    ])
    expect(events.slice(1).every((event) => event.actorName && event.reason)).toBe(true)
    expect(events.at(-1)).toMatchObject({ endedByParty: 'host', reason: 'Muutto' })
  })

  test.each([
    ['a reason', { reason: '' }, 'reason', 'errors:required'],
    ['the party who ended it', { endedByParty: '' }, 'endedByParty', 'errors:required'],
    ['a day that has come', { on: plusDays(today(), 1) }, 'on', 'placements:day_in_future'],
    ['a day after the start', { on: '2026-03-01' }, 'on', 'errors:ends_before_start'],
  ])('an end needs %s', async (_words, fields, field, error) => {
    const placementId = await planned(inOrder)
    await moveTo(placementId, 'running', { on: '2026-03-02' })
    expect(await moveTo(placementId, 'terminated', { endedByParty: 'host', ...fields })).toMatchObject({
      status: 422,
      data: { form: { error: { [field]: [error] } } },
    })
  })

  test('a state that cannot follow is refused, and a stale page does not move it twice', async () => {
    const placementId = await planned(inOrder)
    expect((await moveTo(placementId, 'ended_as_planned')).status).toBe(409)
    expect((await moveTo(placementId, 'cancelled')).status).toBe(303)
    expect((await moveTo(placementId, 'agreed')).status).toBe(409)
    const another = await planned(inOrder)
    expect((await moveTo(another, 'agreed', { version: 1 })).status).toBe(303)
    expect((await moveTo(another, 'ready', { version: 1 })).status).toBe(409)
  })
})

describe('follow-up and outcomes', () => {
  test('check-ins, assessments and outcomes stand on the placement', async () => {
    const placementId = await planned()
    const at = { placementId }
    const checkIn = {
      heldOn: '2026-03-10',
      mode: 'visit',
      heard: 'both',
      onTrack: 'no',
      concern: 'on',
      mood: '',
    }
    expect(await statusOf(() => addCheckIn(argsOf(coordinator.post('/', checkIn), at)))).toBe(303)
    const assess = (fitToWork: number) =>
      statusOf(() =>
        addAssessment(
          argsOf(coordinator.post('/', { kind: 'closing', givenOn: '2026-05-30', fitToWork }), at),
        ),
      )
    expect([await assess(3), await assess(4)]).toEqual([303, 303])
    const { followUp } = await pageOf(placementId)
    expect(followUp.checkIns).toMatchObject([{ onTrack: false, concern: true, mood: null }])
    expect(followUp.assessments).toMatchObject([{ fitToWork: 4, wouldHire: null }])
  })

  test('an outcome counts in the group the person was in by then, and stays visible when taken back', async () => {
    const project_id = await makeProject()
    const participationIn = async (started_on: string) => {
      const cohort = await db
        .insertInto('cohort')
        .values({ project_id, name: started_on })
        .returning('id')
        .executeTakeFirstOrThrow()
      const { id } = await db
        .insertInto('participation')
        .values({ cohort_id: cohort.id, candidate_id: candidateId, started_on })
        .returning('id')
        .executeTakeFirstOrThrow()
      return id
    }
    await participationIn('2025-01-01')
    const spring = await participationIn('2026-01-10')
    await participationIn('2026-08-01')
    const placementId = await planned()
    const outcome = { class: 'employed', happenedOn: '2026-06-01', seenAs: 'at_exit' }
    await statusOf(() => addOutcome(argsOf(coordinator.post('/', outcome), { placementId })))
    const { id: outcomeId, participation_id } = await db
      .selectFrom('outcome')
      .select(['id', 'participation_id'])
      .executeTakeFirstOrThrow()
    expect(participation_id).toBe(spring)
    const takeBackFrom = (placementId: string) =>
      statusOf(() => withdrawOutcome(argsOf(coordinator.post('/'), { placementId, outcomeId })))
    await takeBackFrom(await planned())
    expect((await pageOf(placementId)).followUp.outcomes).toMatchObject([{ withdrawnAt: null }])
    await takeBackFrom(placementId)
    expect((await pageOf(placementId)).followUp.outcomes).toMatchObject([{ withdrawnAt: expect.any(Date) }])
  })
})

describe('who sees what', () => {
  const pagesOf = async (placementId: string, who: SignedIn) =>
    JSON.stringify([await pageOf(placementId, who), await listPage(argsOf(who.request('/placements')))])

  test('a project manager sees rows and numbers, no names and no words about people', async () => {
    const placementId = await planned(inOrder)
    await moveTo(placementId, 'agreed', { reason: 'Sairastui' })
    const note = { heldOn: '2026-03-10', mode: 'visit', heard: 'both', onTrack: 'yes', note: 'Uupunut' }
    await statusOf(() => addCheckIn(argsOf(coordinator.post('/', note), { placementId })))
    const pages = await pagesOf(placementId, await as('project_manager'))
    expect(pages).toContain(number)
    for (const words of ['Salainen', 'Sairastui', 'Uupunut']) expect(pages).not.toContain(words)
    expect(await pagesOf(placementId, coordinator)).toContain('Salli Salainen')
  })

  test('a liaison sees the name only while the person consents to be introduced by it', async () => {
    const placementId = await planned()
    const liaison = await as('liaison')
    expect(await pagesOf(placementId, liaison)).not.toContain('Salainen')
    await makeConsent(candidateId, { tier: 'T2', company_id: companyId })
    expect(await pagesOf(placementId, liaison)).toContain('Salli Salainen')
  })

  test.each(['administrator', 'caller', 'employer', 'mentor'] as const)('a %s sees none', async (role) => {
    const placementId = await planned()
    const who = await as(role)
    expect(await statusOf(() => pageOf(placementId, who))).toBe(403)
    expect(await statusOf(() => listPage(argsOf(who.request('/placements'))))).toBe(403)
  })

  test('a project manager changes nothing', async () => {
    const placementId = await planned()
    const { post } = await as('project_manager')
    for (const write of [plan, edit, move, addCheckIn, addAssessment, addOutcome, withdrawOutcome])
      expect(await statusOf(() => write(argsOf(post('/'), { placementId })))).toBe(403)
  })
})
