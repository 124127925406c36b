import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { listCompanies } from '~/companies/companies.server'
import { action as addBan } from '~/companies/routes/new-suppression'
import {
  isReachSuppressed,
  liftSuppression,
  listCompanySuppressions,
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
  const { rows } = await listCompanies(db, liaison.viewer, { ...all, filters: { contact: 'suppressed' } })
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
  const bans = await listCompanySuppressions(db, { id, businessId: null, phone: null, email: null })
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
  const bans = await db.selectFrom('suppression').select(['email', 'created_by']).execute()
  expect(bans).toEqual([{ email: 'info@virta.example', created_by: liaison.viewer.userId }])
})
