import { expect, test } from 'vitest'
import { pathsIn } from './sources'

/** Names that say nothing about what is inside. */
const EMPTY_NAMES = /(^|\/)(utils?|helpers?|misc|common|shared|types|index|lib|base|queries|constants)(\.|\/)/

function badlyNamed(paths: string[]): string[] {
  return paths.filter(
    (path) => EMPTY_NAMES.test(path) || /[A-Z_ ]/.test(path.replace(/^app\/.*\.d\.ts$/, '')),
  )
}

test('every file is named after the thing in it, in small letters', () => {
  expect(badlyNamed([...pathsIn('app'), ...pathsIn('scripts'), ...pathsIn('tests')])).toEqual([])
})

test('a name that says nothing is seen', () => {
  const planted = [
    'app/needs/utils.ts',
    'app/needs/index.ts',
    'app/needs/types.ts',
    'app/common/dates.ts',
    'app/needs/NeedCard.tsx',
    'scripts/helpers.mjs',
    'app/needs/helpers/thing.ts',
  ]
  expect(badlyNamed(planted)).toEqual(planted)
  expect(badlyNamed(['app/texts/fi/ui.ts', 'app/needs/need-card.tsx', 'app/needs/routes/new.tsx'])).toEqual(
    [],
  )
})
