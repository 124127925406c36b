import type { Result } from './measure'

/** The figures as a Markdown table that reads in a terminal too. */
export function resultTable(results: Result[]): string {
  const rows = [
    ['part', 'ratio', 'of p95', 'ours ms', 'p95 ms', 'bare ms', 'statements'],
    ...results.map(({ name, ratio, ours, bare, statements }) => [
      name,
      `${ratio.median.toFixed(1)}×`,
      `${ratio.p95.toFixed(1)}×`,
      ours.median.toFixed(1),
      ours.p95.toFixed(1),
      bare.median.toFixed(1),
      statements === undefined ? '' : String(statements),
    ]),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  const line = (row: string[]) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), rule, ...body.map(line)].join('\n')
}
