/** Counts of people under this are never published. */
export const SMALLEST_PUBLISHED = 5
/** What is hidden must be able to be any of this many numbers and more, whatever the sums tell. */
const LEAST_SPREAD = 5

export type CountRow<Group extends string = string> = { group: Group; counts: number[] }
/** `counts` are null where hidden; sums of rows and columns are all published. `columns` are the merged classes. */
export type SafeTable = {
  columns: string[][]
  rows: { groups: string[]; counts: (number | null)[]; total: number }[]
  totals: number[]
  total: number
}

/**
 * A table of people by group (rows) and by class (columns, disjoint and in order) from which no small count can be
 * worked out. Classes and groups too small to be published as a sum are merged first: classes with the smaller of their
 * neighbours, by the sums alone, so that the same people counted by another grouping get the same columns; groups with `rest`.
 * Then small cells are hidden, and with them as many others as it takes that no subtraction brings one back. Null
 * when there are too few people for any table.
 */
export function safeTable(
  classes: readonly string[],
  rows: readonly CountRow[],
  rest = 'other',
): SafeTable | null {
  const merged = mergeColumns(classes, rows)
  const groups = mergeRows(merged.rows, rest)
  if (groups.length === 0) return null
  const counts = groups.map((row) => row.counts)
  const hidden = hideSmall(counts)
  return {
    columns: merged.columns,
    rows: groups.map((row, r) => ({
      groups: row.groups,
      counts: row.counts.map((count, c) => (hidden[r]?.[c] ? null : count)),
      total: sum(row.counts),
    })),
    totals: columnSums(counts),
    total: sum(counts.flat()),
  }
}

function mergeColumns(classes: readonly string[], rows: readonly CountRow[]) {
  let columns = classes.map((name) => [name])
  let merged = rows.map(({ group, counts }) => ({ group, counts: [...counts] }))
  for (;;) {
    const sums = columnSums(merged.map(({ counts }) => counts))
    const small = sums.findIndex((total) => total < SMALLEST_PUBLISHED)
    if (small < 0 || columns.length === 1) return { columns, rows: merged }
    const joinsNext = small === 0 || (sums[small + 1] ?? Number.POSITIVE_INFINITY) < (sums[small - 1] ?? 0)
    const into = joinsNext ? small : small - 1
    columns = joinAt(columns, into, (a, b) => [...a, ...b])
    merged = merged.map(({ group, counts }) => ({ group, counts: joinAt(counts, into, (a, b) => a + b) }))
  }
}

function joinAt<Item>(items: Item[], at: number, join: (a: Item, b: Item) => Item): Item[] {
  const [first, second] = [items[at], items[at + 1]]
  if (first === undefined || second === undefined) return items
  return [...items.slice(0, at), join(first, second), ...items.slice(at + 2)]
}

/** Groups of too few people become one with the rest, and the rest takes in the smallest until it is large enough. */
function mergeRows(rows: readonly CountRow[], rest: string): { groups: string[]; counts: number[] }[] {
  const bySize = [...rows].sort((a, b) => sum(b.counts) - sum(a.counts) || (a.group < b.group ? -1 : 1))
  const isLarge = ({ group, counts }: CountRow) => group !== rest && sum(counts) >= SMALLEST_PUBLISHED
  const large = bySize.filter(isLarge)
  const small = bySize.filter((row) => !isLarge(row) && sum(row.counts) > 0)
  while (small.length > 0 && sum(small.flatMap(({ counts }) => counts)) < SMALLEST_PUBLISHED) {
    const last = large.pop()
    if (!last) return []
    small.unshift(last)
  }
  const kept = large.map(({ group, counts }) => ({ groups: [group], counts }))
  if (small.length === 0) return kept
  return [...kept, { groups: [rest], counts: columnSums(small.map(({ counts }) => counts)) }]
}

/** Which cells are hidden: the small ones, and then the smallest beside one that could still be narrowed down. */
function hideSmall(counts: readonly (readonly number[])[]): boolean[][] {
  const hidden = counts.map((row) => row.map((count) => count < SMALLEST_PUBLISHED))
  for (;;) {
    const exposed = cellsOf(hidden).find(
      ([r, c]) => hidden[r]?.[c] && spreadOf(counts, hidden, r, c) < LEAST_SPREAD,
    )
    if (!exposed) return hidden
    const beside = cellsOf(hidden)
      .filter(([r, c]) => !hidden[r]?.[c])
      .sort(
        ([r1, c1], [r2, c2]) =>
          distance(exposed, r1, c1) - distance(exposed, r2, c2) || at(counts, r1, c1) - at(counts, r2, c2),
      )
    const [next] = beside
    if (!next) return hidden
    const row = hidden[next[0]]
    if (row) row[next[1]] = true
  }
}

type Cell = [row: number, column: number]

function cellsOf(hidden: readonly (readonly boolean[])[]): Cell[] {
  return hidden.flatMap((row, r) => row.map((_, c): Cell => [r, c]))
}

function distance([row, column]: Cell, r: number, c: number): number {
  return Number(r !== row) + Number(c !== column)
}

function at(counts: readonly (readonly number[])[], r: number, c: number): number {
  return counts[r]?.[c] ?? 0
}

/**
 * How far apart the largest and the smallest number are that a hidden cell could be, for somebody who knows every sum
 * and every published cell and that none is negative. What is added to one cell has to be taken from others along
 * rows and columns in turn, so the bounds are flows between the cell's row and column through hidden cells.
 */
function spreadOf(
  counts: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  row: number,
  column: number,
): number {
  const more = flow(counts, hidden, [row, column], 'more')
  const less = Math.min(at(counts, row, column), flow(counts, hidden, [row, column], 'less'))
  return more + less
}

/** How much the other hidden cells can make up for when one cell becomes more or less: a maximal flow. */
function flow(
  counts: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  [row, column]: Cell,
  change: 'more' | 'less',
): number {
  const rows = counts.length
  // Rows are nodes 0 … rows − 1, columns follow. A cell can grow without end and shrink to nothing.
  const room = new Map<number, Map<number, number>>()
  const link = (from: number, to: number, capacity: number) => {
    const links = room.get(from) ?? new Map<number, number>()
    room.set(from, links.set(to, (links.get(to) ?? 0) + capacity))
  }
  for (const [r, c] of cellsOf(hidden)) {
    if (!hidden[r]?.[c] || (r === row && c === column)) continue
    link(r, rows + c, Number.MAX_SAFE_INTEGER / 4)
    link(rows + c, r, at(counts, r, c))
  }
  const [source, sink] = change === 'more' ? [rows + column, row] : [row, rows + column]
  let pushed = 0
  for (;;) {
    const path = pathThrough(room, source, sink)
    if (!path) return pushed
    const least = Math.min(...path.map(([from, to]) => room.get(from)?.get(to) ?? 0))
    for (const [from, to] of path) {
      link(from, to, -least)
      link(to, from, least)
    }
    pushed += least
    if (pushed > sum(counts.flat())) return pushed
  }
}

function pathThrough(
  room: ReadonlyMap<number, ReadonlyMap<number, number>>,
  source: number,
  sink: number,
): [number, number][] | null {
  const cameFrom = new Map<number, number>([[source, source]])
  const waiting = [source]
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    if (node === sink) break
    for (const [next, capacity] of room.get(node) ?? []) {
      if (capacity <= 0 || cameFrom.has(next)) continue
      cameFrom.set(next, node)
      waiting.push(next)
    }
  }
  if (!cameFrom.has(sink)) return null
  const path: [number, number][] = []
  for (let node = sink; node !== source; ) {
    const from = cameFrom.get(node) ?? source
    path.unshift([from, node])
    node = from
  }
  return path
}

function columnSums(counts: readonly (readonly number[])[]): number[] {
  const [first = []] = counts
  return first.map((_, c) => sum(counts.map((row) => row[c] ?? 0)))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
