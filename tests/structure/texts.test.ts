import { expect, test } from 'vitest'
import { en } from '~/texts/en'
import { fi } from '~/texts/fi'
import { sv } from '~/texts/sv'

type Tree = { [key: string]: string | Tree }

/** Every wording by its whole key. */
function flat(tree: Tree, prefix = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
  )
  return new Map(entries)
}

const placeholders = (text: string) => [...new Set(text.match(/\{\{\s*\w+/g) ?? [])].sort().join(' ')

/** What another language lacks, has too much of, leaves empty, or fills with other values than the Finnish text. */
function differences(master: Tree, other: Tree): string[] {
  const [ours, theirs] = [flat(master), flat(other)]
  const found: string[] = []
  for (const [key, text] of ours) {
    const translated = theirs.get(key)
    if (translated === undefined) found.push(`missing: ${key}`)
    else if (translated.trim() === '' || text.trim() === '') found.push(`empty: ${key}`)
    else if (placeholders(text) !== placeholders(translated)) found.push(`other values: ${key}`)
  }
  for (const key of theirs.keys()) if (!ours.has(key)) found.push(`not in Finnish: ${key}`)
  return found
}

test.each([
  ['Swedish', sv],
  ['English', en],
])('%s says everything that Finnish says, with the same values in it', (_name, language) => {
  expect(differences(fi, language)).toEqual([])
})

test('every way in which two languages differ is seen', () => {
  const master = {
    needs: { title: 'Tarpeet', count: '{{count}} tarvetta', empty: 'Ei tarpeita', gone: 'Pois' },
  }
  const other = { needs: { title: 'Behov', count: '{{number}} behov', empty: ' ', more: 'Mer' } }
  expect(differences(master, other)).toEqual([
    'other values: needs.count',
    'empty: needs.empty',
    'missing: needs.gone',
    'not in Finnish: needs.more',
  ])
})
