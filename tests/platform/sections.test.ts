import { expect, test } from 'vitest'
import { bySection } from '../../scripts/server/sections.mjs'

type Build = Parameters<typeof bySection>[0]

const paths = [undefined, 'companies', 'companies/:companyId', 'needs', 'needs/:needId/matches', '*']
const routes = Object.fromEntries(paths.map((path) => [`at ${path}`, { path }]))
const build = { routes: { root: { path: '' }, ...routes }, assets: { routes } } as unknown as Build
const knownAt = bySection(build, (section) => Object.values(section.routes).map((route) => route?.path))

test.each(['/companies', '/companies/1', '/Companies/1', '//companies', '/companies.data', '/c%6fmpanies'])(
  'what answers at %s knows the pages of companies, and those of everywhere',
  (address) => {
    expect(knownAt(address)).toEqual(['', undefined, 'companies', 'companies/:companyId', '*'])
  },
)

test.each(['/', '/_root.data', '/no-page', '/*', '/company'])(
  'what answers at %s knows only the pages of everywhere',
  (address) => {
    expect(knownAt(address)).toEqual(['', undefined, '*'])
  },
)

test('a section reads the same pages from the browser’s list', () => {
  const listed = bySection(build, (section) => Object.keys(section.assets.routes))
  expect(listed('/needs/1/matches')).toEqual(['at undefined', 'at needs', 'at needs/:needId/matches', 'at *'])
})
