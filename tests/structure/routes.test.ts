import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rolesWith } from '~/auth/permissions'
import { guardsOf, listedRoutes, routeTable } from '../support/route-table'
import { pathsIn } from './sources'

const PAGE = 'app/needs/routes/need.tsx'
const guardsIn = (text: string) => guardsOf(PAGE, () => text)

test('every address leads to a file, and every route file has an address', () => {
  const files = pathsIn('app').filter((file) => /^app\/[^/]+\/routes\//.test(file))
  const listed = listedRoutes()
  expect(listed.filter(({ file }) => !existsSync(file))).toEqual([])
  expect(files.filter((file) => !listed.some((route) => route.file === file))).toEqual([])
  expect(listed.length).toBeGreaterThan(50)
})

test('no two routes share an address', () => {
  const shapes = listedRoutes().map(({ url }) => url.replace(/:\w+/g, ':'))
  expect(shapes.filter((shape, nth) => shapes.indexOf(shape) !== nth)).toEqual([])
})

test('every loader and action asks first who is there, or says that it is public', () => {
  const unguarded = routeTable().filter(
    ({ loader, action }) => loader === 'unguarded' || action === 'unguarded',
  )
  expect(unguarded.map(({ file }) => file)).toEqual([])
})

test('a page without a loader has a public form', () => {
  const open = routeTable().filter(({ hasPage, loader, action }) => hasPage && !loader && action !== 'public')
  expect(open.map(({ file }) => file)).toEqual([])
})

test('every permission that a route names is in the table', () => {
  const unknown = routeTable().flatMap(({ file, loader, action }) =>
    [loader, action]
      .filter((guard) => typeof guard === 'object')
      .filter(({ permission }) => !rolesWith(permission as Parameters<typeof rolesWith>[0]))
      .map(({ permission }) => `${file}: ${permission}`),
  )
  expect(unknown).toEqual([])
})

test('a guard is read from the first statement', () => {
  const guarded = "await requireMay(request, 'needs.read')"
  const permission = { permission: 'needs.read' }
  expect(guardsIn(`export async function loader() { ${guarded} }`).loader).toEqual(permission)
  expect(guardsIn(`export async function action() { const viewer = ${guarded} }`).action).toEqual(permission)
})

test('a guard that comes late, is not awaited or is not there at all is seen', () => {
  const late = "const need = await find(); await requireMay(request, 'needs.read')"
  expect(guardsIn(`export async function loader() { ${late} }`).loader).toBe('unguarded')
  expect(guardsIn("export function loader() { requireMay(request, 'needs.read') }").loader).toBe('unguarded')
  expect(guardsIn('export async function action() { return null }').action).toBe('unguarded')
  expect(guardsIn('export const action = async () => null').action).toBe('unguarded')
  expect(guardsIn("export * from './other'").loader).toBe('unguarded')
})

test('only a docstring makes a route public', () => {
  expect(guardsIn('/** Public: the way in. */\nexport function loader() {}').loader).toBe('public')
  expect(guardsIn('/** The public profile. */\nexport function loader() {}').loader).toBe('unguarded')
  expect(guardsIn('export function loader() { return "Public" }').loader).toBe('unguarded')
})

test('what a route hands on from another is guarded there', () => {
  const files: Record<string, string> = {
    [PAGE]: "export { default, loader } from './needs'",
    'app/needs/routes/needs.tsx':
      "export async function loader() { await requireMay(r, 'needs.write') }\nexport default function Needs() {}",
  }
  expect(guardsOf(PAGE, (name) => files[name] ?? '')).toEqual({
    hasPage: true,
    loader: { permission: 'needs.write' },
  })
})
