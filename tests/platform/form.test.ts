import { expect, test } from 'vitest'
import { action as bookMeeting } from '~/meetings/routes/new'
import { db } from '~/platform/db.server'
import { argsOf, as } from '../support/as'
import { replyOf } from '../support/reply'

const meeting = {
  title: 'Tapaaminen',
  kind: 'one_to_one',
  mode: 'online',
  startsAt: '2026-12-01T10:00',
  minutesLong: 45,
}

test('a choice that is gone is a conflict that keeps the text, and nothing is saved', async () => {
  const liaison = await as('liaison')
  const gone = '018f0000-0000-7000-8000-000000000000'
  const reply = await replyOf(() =>
    bookMeeting(argsOf(liaison.post('/meetings/new', { ...meeting, roundId: gone }))),
  )
  expect(reply.status).toBe(409)
  expect(JSON.stringify(reply)).toContain('errors:chosen_is_gone')
  expect(JSON.stringify(reply)).toContain('Tapaaminen')
  expect(await db.selectFrom('meeting').select('id').execute()).toEqual([])
})
