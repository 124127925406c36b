import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { MergedSteps } from '~/outcomes/chance-table'
import { CHANCE_CLASSES } from '~/outcomes/equal-chances'
import { type SafeTable, SMALLEST_PUBLISHED, safeTable } from '~/outcomes/safe-table'
import { fi } from '~/texts/fi'
import { createTexts } from '~/texts/text'
import { TextProvider } from '~/texts/use-text'

const classes = ['not_shown', 'shown', 'placed']
const table = (...rows: number[][]) =>
  safeTable(
    classes.slice(0, rows[0]?.length),
    rows.map((counts, index) => ({ group: `g${index}`, counts })),
  )

/** Every number that each hidden cell could be for somebody who knows all that is published, by trying all tables. */
function possibleNumbers({ rows, totals }: SafeTable): Map<string, Set<number>> {
  const possible = new Map<string, Set<number>>()
  const filled = rows.map(({ counts }) => [...counts])
  const hidden = rows.flatMap(({ counts }, r) =>
    counts.flatMap((count, c) => (count === null ? [[r, c]] : [])),
  )
  const rowLeft = rows.map(({ counts, total }) => total - known(counts))
  const columnLeft = totals.map((total, c) => total - known(rows.map(({ counts }) => counts[c] ?? null)))
  const lastOfRow = new Map(hidden.map(([r = 0], index) => [r, index]))
  const lastOfColumn = new Map(hidden.map(([, c = 0], index) => [c, index]))
  function fill(index: number): void {
    const [r = 0, c = 0] = hidden[index] ?? []
    if (index === hidden.length) {
      for (const [row = 0, column = 0] of hidden) {
        const key = `${row} ${column}`
        possible.set(key, (possible.get(key) ?? new Set()).add(filled[row]?.[column] ?? 0))
      }
      return
    }
    const most = Math.min(rowLeft[r] ?? 0, columnLeft[c] ?? 0)
    for (let value = 0; value <= most; value++) {
      if (lastOfRow.get(r) === index && value !== rowLeft[r]) continue
      if (lastOfColumn.get(c) === index && value !== columnLeft[c]) continue
      const row = filled[r]
      if (!row) return
      row[c] = value
      rowLeft[r] = (rowLeft[r] ?? 0) - value
      columnLeft[c] = (columnLeft[c] ?? 0) - value
      fill(index + 1)
      rowLeft[r] = (rowLeft[r] ?? 0) + value
      columnLeft[c] = (columnLeft[c] ?? 0) + value
    }
  }
  fill(0)
  return possible
}

const known = (counts: (number | null)[]) => counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)

test('a table of large counts is published whole, with its sums', () => {
  expect(table([10, 12, 9], [20, 8, 7])).toEqual({
    columns: [['not_shown'], ['shown'], ['placed']],
    rows: [
      { groups: ['g1'], counts: [20, 8, 7], total: 35 },
      { groups: ['g0'], counts: [10, 12, 9], total: 31 },
    ],
    totals: [30, 20, 16],
    total: 66,
  })
})

test('a single small count takes others with it, so that no subtraction brings it back', () => {
  const safe = table([10, 12, 2], [20, 8, 7], [30, 9, 11])
  const hidden = safe?.rows.flatMap(({ counts }) => counts).filter((count) => count === null)
  expect(safe?.rows.find(({ groups }) => groups[0] === 'g0')?.counts[2]).toBeNull()
  expect(hidden?.length).toBeGreaterThanOrEqual(4)
})

test('small groups become one, and classes too small for a sum join their neighbour', () => {
  const safe = table([30, 20, 2], [20, 10, 1], [2, 1, 0], [1, 1, 0])
  expect(safe?.columns).toEqual([['not_shown'], ['shown', 'placed']])
  expect(safe?.rows.map(({ groups, total }) => [groups, total])).toEqual([
    [['g0'], 52],
    [['g1'], 31],
    [['other'], 5],
  ])
})

test('too few people make no table', () => {
  expect(table([1, 1, 1])).toBeNull()
  expect(safeTable(classes, [])).toBeNull()
})

test('whoever tries every table that the published numbers allow learns no hidden number, nor nearly so', () => {
  let state = 11
  const draw = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
  let attacked = 0
  for (let round = 0; round < 120; round++) {
    const rows = Array.from({ length: 2 + draw(2) }, () => [draw(14), draw(9), draw(7)])
    const safe = table(...rows)
    if (!safe) continue
    for (const { counts, total } of safe.rows) {
      expect(total).toBeGreaterThanOrEqual(SMALLEST_PUBLISHED)
      for (const count of counts) if (count !== null) expect(count).toBeGreaterThanOrEqual(SMALLEST_PUBLISHED)
    }
    for (const total of safe.totals) expect(total).toBeGreaterThanOrEqual(SMALLEST_PUBLISHED)
    for (const [, numbers] of possibleNumbers(safe)) {
      attacked += 1
      expect(Math.max(...numbers) - Math.min(...numbers)).toBeGreaterThanOrEqual(5)
    }
  }
  expect(attacked).toBeGreaterThan(100)
})

test('the page tells which steps share a column, and says nothing where none does', () => {
  const rows = [{ group: 'fi', counts: [40, 2, 1, 3, 2, 1] }]
  const told = (table: SafeTable | null) => {
    const children = table && createElement(MergedSteps, { table })
    return renderToStaticMarkup(createElement(TextProvider, { texts: createTexts('fi', fi), children }))
  }
  expect(told(safeTable(CHANCE_CLASSES, rows))).toMatch(/”Esitelty, ei avattu”.*”Työjaksolla”/)
  expect(told(safeTable(CHANCE_CLASSES, [{ group: 'fi', counts: [9, 9, 9, 9, 9, 9] }]))).toBe('')
})
