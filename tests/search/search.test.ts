import { beforeAll, expect, test } from 'vitest'
import type { Role } from '~/auth/permissions'
import { db } from '~/platform/db.server'
import { loader } from '~/search/routes/search'
import type { SearchGroup } from '~/search/search'
import { argsOf, as, request } from '../support/as'
import { makeCandidate, makeCompany, makeContact } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'

let candidateId: string

beforeAll(async () => {
  const company = await makeCompany({
    name: 'Äänekosken Hitsaus Oy',
    business_id: '0112038-9',
    phone: '+358401234567',
  })
  await makeCompany({ name: 'Pohjolan Äänekosken Kone' })
  for (let number = 0; number < 10; number++) await makeCompany({ name: `Sarja ${number} Oy` })
  await makeContact(company, { name: 'Hilja Hitsaaja', email: 'hilja@hitsaus.example' })
  await makeContact(company, { name: 'Lähtenyt Hitsaaja', left_at: new Date() })
  candidateId = await makeCandidate({ number: 'K-1234', name: 'Hitsi Meriläinen', headline: 'Hitsaaja' })
  await db.insertInto('need').values({ company_id: company, title: 'TIG-hitsaaja' }).execute()
  await db
    .insertInto('meeting')
    .values({ kind: 'visit', mode: 'in_person', title: 'Hitsaamon esittely', starts_at: new Date() })
    .execute()
  await db
    .insertInto('placement')
    .values({
      candidate_id: candidateId,
      company_id: company,
      form: 'work_trial',
      employer_of_record: 'Äänekosken Hitsaus Oy',
      title: 'Levytyöt',
      starts_on: '2026-01-12',
    })
    .execute()
})

async function searchAs(role: Role, words: string): Promise<Record<string, string[]>> {
  const someone = await as(role)
  const reply = await replyOf<{ groups: SearchGroup[] }>(() =>
    loader(argsOf(someone.request(`/search?q=${encodeURIComponent(words)}`))),
  )
  const groups = reply.data?.groups ?? []
  return Object.fromEntries(groups.map(({ kind, hits }) => [kind, hits.map(({ title }) => title)]))
}

test('one search meets every kind of record', async () => {
  expect(await searchAs('coordinator', 'hits')).toEqual({
    companies: ['Äänekosken Hitsaus Oy'],
    contacts: ['Hilja Hitsaaja'],
    needs: ['TIG-hitsaaja'],
    candidates: ['K-1234 · Hitsi Meriläinen'],
    meetings: ['Hitsaamon esittely'],
    placements: ['Levytyöt'],
  })
})

test('letters with dots are met in any case, and names that begin with the words come first', async () => {
  expect((await searchAs('liaison', 'ÄÄNEKOSKEN')).companies).toEqual([
    'Äänekosken Hitsaus Oy',
    'Pohjolan Äänekosken Kone',
  ])
})

test('a company is met by its business ID and its phone number, however they are written', async () => {
  expect((await searchAs('liaison', '0112038-9')).companies).toEqual(['Äänekosken Hitsaus Oy'])
  expect((await searchAs('liaison', '040 123 4567')).companies).toEqual(['Äänekosken Hitsaus Oy'])
})

test('a liaison meets a candidate by number and headline, never by name', async () => {
  expect((await searchAs('liaison', 'k-1234')).candidates).toEqual(['K-1234'])
  expect((await searchAs('liaison', 'hitsaaja')).candidates).toEqual(['K-1234'])
  expect(await searchAs('liaison', 'Meriläinen')).toEqual({})
  expect((await searchAs('coordinator', 'Meriläinen')).candidates).toEqual(['K-1234 · Hitsi Meriläinen'])
})

test('project managers and administrators meet no candidates', async () => {
  const manager = await searchAs('project_manager', 'hits')
  expect(manager).not.toHaveProperty('candidates')
  expect(JSON.stringify(manager)).not.toContain('Meriläinen')
  expect(await searchAs('administrator', 'k-1234')).toEqual({})
})

test('eight of a kind are shown, with the way to the others', async () => {
  const liaison = await as('liaison')
  const reply = await replyOf<{ groups: SearchGroup[] }>(() =>
    loader(argsOf(liaison.request('/search?q=sarja'))),
  )
  expect(reply.data?.groups[0]).toMatchObject({ kind: 'companies', more: true, all: '/companies?q=sarja' })
  expect(reply.data?.groups[0]?.hits).toHaveLength(8)
})

test('signs of the pattern language are plain signs, and one letter asks nothing', async () => {
  expect(await searchAs('liaison', '%%')).toEqual({})
  expect(await searchAs('liaison', 'h')).toEqual({})
})

test('outside roles have no search, and strangers are sent to sign in', async () => {
  for (const role of ['caller', 'employer', 'mentor'] as const) {
    const someone = await as(role)
    expect(await statusOf(() => loader(argsOf(someone.request('/search?q=hits'))))).toBe(403)
  }
  expect(await statusOf(() => loader(argsOf(request('/search?q=hits'))))).toBe(302)
})
