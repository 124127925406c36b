import { expect, test } from 'vitest'
import { consentStates } from '~/candidates/consent-states.server'
import { loader as candidatePage } from '~/candidates/routes/candidate'
import { loader as followUp } from '~/candidates/routes/consents'
import { loader as ownConsents } from '~/person/routes/consents'
import { db } from '~/platform/db.server'
import { argsOf, as } from '../support/as'
import { makeCandidate, makeCompany, makeConsent } from '../support/factories'

test('3: a refusal stands wherever a consent stands, for the coach, the liaison and the person', async () => {
  const candidateId = await makeCandidate()
  const [yes, no] = [await makeCompany(), await makeCompany()]
  await makeConsent(candidateId, { company_id: yes })
  await makeConsent(candidateId, { company_id: no, answer: 'refused', expires_on: null })

  const both = [
    expect.objectContaining({ companyId: no, answer: 'refused' }),
    expect.objectContaining({ companyId: yes, answer: 'given' }),
  ]
  for (const role of ['coordinator', 'liaison'] as const) {
    const reader = await as(role)
    const page = await candidatePage(argsOf(reader.request('/'), { candidateId }))
    expect(page.consents).toEqual(both)
  }
  const person = await as('person', { candidateId })
  expect((await ownConsents(argsOf(person.request('/')))).consents).toEqual(both)

  const stateOf = async (companyId: string) =>
    (await consentStates(db, { candidateIds: [candidateId], companyId, roundId: null, tier: 'T1' })).get(
      candidateId,
    )?.state
  expect([await stateOf(yes), await stateOf(no)]).toEqual(['given', 'refused'])
})

test('3: refusals and withdrawals of the last days stand on the coach’s list, beside consents that end', async () => {
  const coordinator = await as('coordinator')
  const candidateId = await makeCandidate({ coach_id: coordinator.viewer.userId })
  await makeConsent(candidateId, { company_id: await makeCompany(), answer: 'refused', expires_on: null })
  await makeConsent(candidateId, { company_id: await makeCompany(), withdrawn_at: new Date() })
  const page = await followUp(argsOf(coordinator.request('/consents')))
  const own = page.refusals.filter((refusal) => refusal.candidateId === candidateId)
  expect(own.map(({ standing }) => standing).sort()).toEqual(['refused', 'withdrawn'])
})
