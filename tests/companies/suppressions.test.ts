import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { listCompanies } from '~/companies/company-list.server'
import {
  findMessageBar,
  listMessageConsents,
  recordMessageConsent,
  withdrawMessageConsent,
} from '~/companies/message-consents.server'
import { action as addBan } from '~/companies/routes/new-suppression'
import { isReachSuppressed } from '~/companies/suppression-check.server'
import {
  liftSuppression,
  listCompanySuppressions,
  listSuppressions,
  suppressCompany,
  suppressTarget,
} from '~/companies/suppressions.server'
import { db } from '~/platform/db.server'
import { as, type SignedIn } from '../support/as'
import { clearDatabase } from '../support/database'
import { makeCompany } from '../support/factories'
import { replyOf } from '../support/reply'
import { importTable } from './import-table'

let liaison: SignedIn

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison')
})

const all = { search: '', sort: 'name', direction: 'asc', page: 1, pageSize: 50 } as const

async function namesNotToCall(): Promise<string[]> {
  const { rows } = await listCompanies(db, liaison.viewer, { ...all, filters: { contact: ['suppressed'] } })
  return rows.map(({ name }) => name)
}

function suppress(companyId: string, channel: 'all' | 'phone' | 'email' = 'all') {
  return db
    .transaction()
    .execute((trx) => suppressCompany(trx, liaison.viewer, { id: companyId }, { channel, reason: 'asked' }))
}

test('a ban outlives the company: imported again under another spelling, it is still banned', async () => {
  const id = await makeCompany({ name: 'Virta Oy', business_id: '0538134-0' })
  await suppress(id)
  await db.updateTable('suppression').set({ company_id: null }).execute()
  await db.deleteFrom('activity').execute()
  await db.deleteFrom('company').execute()

  const { counts } = await importTable(liaison, 'Y-tunnus;Nimi\nFI05381340;VIRTA\n')
  expect(counts).toMatchObject({ new: 1, suppressed: 1 })
  expect(await namesNotToCall()).toEqual(['VIRTA'])
})

test('a banned number is banned at whichever company it answers', async () => {
  const target = { ok: true, phone: '+358401234567' } as const
  const form = { target: '', channel: 'phone', reason: 'other_body' } as const
  await db.transaction().execute((trx) => suppressTarget(trx, liaison.viewer, target, form))
  await makeCompany({ name: 'Virta Oy', phone: '+358401234567' })
  await makeCompany({ name: 'Valo Oy', phone: '+358407654321' })

  expect(await namesNotToCall()).toEqual(['Virta Oy'])
  const { rows } = await sql<{ banned: boolean }>`
    select ${isReachSuppressed('phone', sql`${'+358401234567'}`)} as banned
  `.execute(db)
  expect(rows).toEqual([{ banned: true }])
})

test('a ban on e-mail does not stop calls', async () => {
  const id = await makeCompany({ name: 'Virta Oy', email: 'info@virta.example' })
  await suppress(id, 'email')
  expect(await namesNotToCall()).toEqual([])
})

test('a lifted ban is over, and its reason stays', async () => {
  const id = await makeCompany({ name: 'Virta Oy' })
  const ban = await suppress(id)
  const lift = () =>
    db
      .transaction()
      .execute((trx) => liftSuppression(trx, liaison.viewer, ban, { reason: 'Pyysivät itse soittamaan' }))

  expect(await lift()).toBe(true)
  expect(await lift()).toBe(false)
  expect(await namesNotToCall()).toEqual([])
  const bans = await listCompanySuppressions(db, { id })
  expect(bans).toMatchObject([{ liftReason: 'Pyysivät itse soittamaan', lifterName: liaison.viewer.name }])
})

test('a ban is written for an address, and words that are no target are refused', async () => {
  const args = (target: string) => ({
    request: liaison.post('/suppressions/new', { target, channel: 'all', reason: 'asked' }),
    params: {},
    context: {} as never,
  })
  expect(await replyOf(() => addBan(args('Info@Virta.example')))).toMatchObject({ status: 303 })
  expect(await replyOf(() => addBan(args('se firma kadun varrella')))).toMatchObject({ status: 422 })
  const bans = await db.selectFrom('suppression').select(['email_shown', 'created_by']).execute()
  expect(bans).toEqual([{ email_shown: 'i…@virta.example', created_by: liaison.viewer.userId }])
})

const ban = (values: object) =>
  db
    .insertInto('suppression')
    .values({ channel: 'all', reason: 'list_import', ...values })
    .execute()

test('a company without a business ID is known again by its name and place, however spelt', async () => {
  const id = await makeCompany({ name: 'Virtasen Puu Oy', municipality: 'Esbo' })
  await suppress(id)
  await db.updateTable('suppression').set({ company_id: null }).execute()
  await db.deleteFrom('activity').execute()
  await db.deleteFrom('company').execute()

  const { counts } = await importTable(
    liaison,
    'Y-tunnus;Nimi;Kunta\n0538134-0;OY PUU VIRTASEN AB;Espoo\n0112038-9;Virtasen Puu Oy;Oulu\n',
  )
  expect(counts).toMatchObject({ new: 2, suppressed: 1 })
  expect(await namesNotToCall()).toEqual(['Oy PUU VIRTASEN Ab'])
})

test('two business IDs tell companies of one name apart', async () => {
  await suppress(await makeCompany({ name: 'Virta Oy', business_id: '0538134-0' }))
  await makeCompany({ name: 'Virta Oy', business_id: '0112038-9' })
  expect(await namesNotToCall()).toHaveLength(1)
})

test('neither a number nor an address can be read from the register', async () => {
  const id = await makeCompany({ phone: '+358401234567', email: 'maija.virta@virta.example' })
  await suppress(id)
  const rows = await db.selectFrom('suppression').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain('1234567')
  expect(JSON.stringify(rows)).not.toContain('maija')
  const found = (search: string) =>
    listSuppressions(db, { ...all, sort: 'created', search, filters: {} }).then(({ total }) => total)
  expect(await found('040 123 4567')).toBe(1)
  expect(await found('Maija.Virta@virta.example')).toBe(1)
  expect(await found('maija')).toBe(0)
})

test('who asked, when and how is kept', async () => {
  const id = await makeCompany()
  await db.transaction().execute((trx) =>
    suppressCompany(
      trx,
      liaison.viewer,
      { id },
      {
        channel: 'sms',
        reason: 'asked',
        askedBy: 'Toimitusjohtaja',
        askedHow: 'messuilla',
        askedOn: '2026-03-02',
      },
    ),
  )
  expect(await listCompanySuppressions(db, { id })).toMatchObject([
    { channel: 'sms', askedBy: 'Toimitusjohtaja', askedHow: 'messuilla', askedOn: '2026-03-02' },
  ])
})

describe('a message to a company', () => {
  const bar = (companyId: string, means: 'email' | 'sms' = 'email') =>
    findMessageBar(db, { companyId, means, reach: means === 'email' ? 'a@virta.example' : '+358401234567' })

  test('is barred by a ban on its channel only, and by one on all', async () => {
    const id = await makeCompany()
    await ban({ company_id: id, channel: 'sms' })
    expect(await bar(id, 'sms')).toBe('suppressed')
    expect(await bar(id, 'email')).toBeNull()
    await ban({ company_id: id, channel: 'all' })
    expect(await bar(id, 'email')).toBe('suppressed')
  })

  test('is barred by a ban on the very address, whichever company it stands at', async () => {
    const id = await makeCompany()
    await db.transaction().execute((trx) =>
      suppressTarget(
        trx,
        liaison.viewer,
        { ok: true, email: 'a@virta.example' },
        {
          target: '',
          channel: 'email',
          reason: 'asked',
        },
      ),
    )
    expect(await bar(id)).toBe('suppressed')
  })

  test.each([
    ['Tmi Maija Virta', null],
    ['Maija Virta', 'tmi'],
    ['Virta T:mi', null],
  ])('to the sole trader %s waits for consent by that means', async (name, form) => {
    const id = await makeCompany({ name, form })
    expect(await bar(id)).toBe('no_consent')
    const consent = {
      channels: ['email' as const],
      givenBy: 'Maija Virta',
      how: 'puhelu',
      givenOn: '2026-03-02',
    }
    await db.transaction().execute((trx) => recordMessageConsent(trx, liaison.viewer, { id }, consent))

    expect(await bar(id, 'email')).toBeNull()
    expect(await bar(id, 'sms')).toBe('no_consent')
    const [given] = (await listMessageConsents(db, id)) ?? []
    await db
      .transaction()
      .execute((trx) =>
        withdrawMessageConsent(trx, liaison.viewer, { companyId: id, consentId: given?.id ?? '' }),
      )
    expect(await bar(id)).toBe('no_consent')
  })

  test('to a limited company needs no consent', async () => {
    expect(await bar(await makeCompany({ name: 'Tmiko Oy', form: 'oy' }))).toBeNull()
  })
})
