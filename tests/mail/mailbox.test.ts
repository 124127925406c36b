import { beforeAll, expect, test } from 'vitest'
import { ROLES } from '~/auth/permissions'
import { doDueJobs } from '~/jobs/worker.server'
import type { MailLine } from '~/mail/mail.server'
import { queueMail } from '~/mail/mail.server'
import { invitationMessage, newProfilesMessage } from '~/mail/messages'
import { loader as openMail } from '~/mail/routes/mail'
import { loader as openMailbox } from '~/mail/routes/mailbox'
import { db } from '~/platform/db.server'
import { argsOf, as } from '../support/as'
import { makeCompany } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'

let mailId: string

beforeAll(async () => {
  const employer = { companyId: await makeCompany(), roundId: null, userId: null }
  await db.transaction().execute(async (trx) => {
    const profiles = { to: 'elli@kaarna.example', language: 'fi' as const, path: '/portal', employer }
    await queueMail(trx, newProfilesMessage({ ...profiles, count: 1, needTitle: null }))
    mailId = await queueMail(
      trx,
      invitationMessage({ to: 'laura@silta.example', language: 'fi', token: 'secret-token' }),
    )
  })
  await doDueJobs()
})

test('an administrator finds mail by recipient, kind and state, the newest first', async () => {
  const administrator = await as('administrator')
  const subjects = async (query: string) => {
    const reply = await replyOf<{ rows: MailLine[] }>(() =>
      openMailbox(argsOf(administrator.request(`/mailbox${query}`))),
    )
    return reply.data?.rows.map(({ subject }) => subject)
  }
  expect(await subjects('')).toEqual(['Kutsu Siltaan', 'Yksi uusi profiili odottaa sinua'])
  expect(await subjects('?q=LAURA@')).toEqual(['Kutsu Siltaan'])
  expect(await subjects('?kind=new_profiles')).toEqual(['Yksi uusi profiili odottaa sinua'])
  expect(await subjects('?state=waiting')).toEqual([])
})

test('a kept mail shows its link', async () => {
  const administrator = await as('administrator')
  const reply = await replyOf<{ mail: { text: string } }>(() =>
    openMail(argsOf(administrator.request(`/mailbox/${mailId}`), { mailId })),
  )
  expect(reply.data?.mail.text).toContain('http://localhost:3000/invitation/secret-token')
})

test('nobody else reads the mailbox: its links open accounts', async () => {
  for (const role of ROLES.filter((name) => name !== 'administrator')) {
    const someone = await as(role)
    expect(await statusOf(() => openMailbox(argsOf(someone.request('/mailbox'))))).toBe(403)
    expect(await statusOf(() => openMail(argsOf(someone.request(`/mailbox/${mailId}`), { mailId })))).toBe(
      403,
    )
  }
})
