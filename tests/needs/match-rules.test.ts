import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { FIRST_RULES, type MatchWeights, SHIPPED_RULES } from '~/needs/match-rules'
import { currentRules } from '~/needs/match-rules.server'
import { loader as rulesLoader } from '~/needs/routes/match-rules'
import { action as change, loader as changeLoader } from '~/needs/routes/match-rules-change'
import { loader as matchesLoader } from '~/needs/routes/need-matches'
import { db } from '~/platform/db.server'
import { as, type SignedIn } from '../support/as'
import { makeCandidate, makeCompany, makeNeed } from '../support/factories'
import { statusOf } from '../support/reply'
import { bringVocabulary } from '../support/vocabulary'

let administrator: SignedIn
let coordinator: SignedIn
let needId: string
beforeAll(async () => {
  administrator = await as('administrator')
  coordinator = await as('coordinator')
  await bringVocabulary()
  needId = await makeNeed(await makeCompany())
  await db
    .insertInto('need_skill')
    .values([
      { need_id: needId, position: 0, words: 'Power BI', skill_id: 'power-bi' },
      { need_id: needId, position: 1, words: 'SQL', skill_id: 'sql' },
    ])
    .execute()
  await candidateWith([{ skill_id: 'power-bi', place: 'title' }])
  await candidateWith([{ skill_id: 'power-bi', place: 'list' }])
  await candidateWith([{ skill_id: 'sql', place: 'list' }])
})

async function candidateWith(skills: { skill_id: string; place: string }[]) {
  const candidate_id = await makeCandidate()
  await db
    .insertInto('candidate_skill')
    .values(skills.map((skill) => ({ candidate_id, source: 'cv', ...skill })))
    .execute()
}

const args = <T = LoaderFunctionArgs>(request: Request, params: Record<string, string> = {}) =>
  ({ request, params, context: {} }) as T

/** The fields of the form, as a browser names them. */
function fieldsOf({ link, evidence, ...weights }: MatchWeights): Record<string, string> {
  const nested = (name: string, group: Record<string, number>) =>
    Object.entries(group).map(([key, value]): [string, string] => [`${name}.${key}`, String(value)])
  return Object.fromEntries([
    ...Object.entries(weights).map(([key, value]): [string, string] => [key, String(value)]),
    ...nested('link', link),
    ...nested('evidence', evidence),
  ])
}

const { weights } = SHIPPED_RULES
const listsMatter: MatchWeights = { ...weights, evidence: { ...weights.evidence, title: 10, list: 100 } }
const tryOut = (tried: MatchWeights) =>
  changeLoader(
    args(administrator.request(`/needs/rules/change?${new URLSearchParams(fieldsOf(tried)).toString()}`)),
  )
const putInForce = (version: number) =>
  statusOf(() =>
    change(
      args<ActionFunctionArgs>(
        administrator.post('/needs/rules/change', {
          ...fieldsOf(listsMatter),
          reason: 'kokeilu',
          version: String(version),
        }),
      ),
    ),
  )

test('the same weights change no list, and others tell which places change, naming nobody', async () => {
  expect((await tryOut(weights)).effect?.[0]).toMatchObject({ needId, people: 3, moved: 0, tierMoved: 0 })
  const { effect } = await tryOut(listsMatter)
  expect(effect?.[0]).toMatchObject({ needId, people: 3, tierMoved: 0 })
  expect(effect?.[0]?.moves).toContainEqual({ before: 1, after: 3 })
  expect(JSON.stringify(effect)).not.toContain('K-')
  expect(await currentRules(db)).toEqual(SHIPPED_RULES)
})

test('new rules are the next version, every list says by which it was made, and old ones stay', async () => {
  const listed = () => matchesLoader(args(coordinator.request(`/needs/${needId}/matches`), { needId }))
  expect((await listed()).rulesVersion).toBe(2)
  expect(await putInForce(2)).toBe(303)
  expect((await listed()).rulesVersion).toBe(3)
  const shown = async (query: string) =>
    (await rulesLoader(args(coordinator.request(`/needs/rules${query}`)))).shown
  expect(await shown('')).toEqual({ version: 3, weights: listsMatter })
  expect(await shown('?version=2')).toEqual(SHIPPED_RULES)
  expect(await shown('?version=1')).toEqual(FIRST_RULES)
  expect(await statusOf(() => rulesLoader(args(coordinator.request('/needs/rules?version=7'))))).toBe(404)
})

test('who looked at the effect before somebody else changed the rules gets a conflict', async () => {
  const { version } = await currentRules(db)
  expect(await putInForce(version - 1)).toBe(409)
  expect((await currentRules(db)).version).toBe(version)
})

test('a weight out of its bounds is refused', async () => {
  const request = administrator.post('/needs/rules/change', {
    ...fieldsOf({ ...weights, must: 0, step: 90 }),
    reason: 'x',
    version: '1',
  })
  expect(await statusOf(() => change(args<ActionFunctionArgs>(request)))).toBe(422)
})

test('only an administrator changes the rules; everyone on the staff reads them', async () => {
  expect(await statusOf(() => changeLoader(args(coordinator.request('/needs/rules/change'))))).toBe(403)
  expect(
    await statusOf(() => change(args<ActionFunctionArgs>(coordinator.post('/needs/rules/change', {})))),
  ).toBe(403)
  expect(await statusOf(() => rulesLoader(args(coordinator.request('/needs/rules'))))).toBe(200)
})
