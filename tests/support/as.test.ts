import { expect, test } from 'vitest'
import { requireMay } from '~/auth/viewer.server'
import { as, request } from './as'
import { statusOf } from './reply'

test('a signed-in request carries its person and roles', async () => {
  const liaison = await as(['liaison', 'coordinator'])
  const viewer = await requireMay(liaison.request('/companies'), 'companies.read')
  expect(viewer).toMatchObject({ userId: liaison.viewer.userId, roles: ['liaison', 'coordinator'] })
})

test('an employer speaks for a contact of a company', async () => {
  const { viewer } = await as('employer')
  expect(viewer.contactId).not.toBeNull()
  expect(viewer.companyId).not.toBeNull()
})

test('a stranger is sent to sign in and a wrong role is refused', async () => {
  const mentor = await as('mentor')
  expect(await statusOf(() => requireMay(request('/companies'), 'companies.read'))).toBe(302)
  expect(await statusOf(() => requireMay(mentor.request('/companies'), 'companies.read'))).toBe(403)
})
