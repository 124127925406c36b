import type { Bench } from './bench'
import type { Part } from './measure'

/**
 * A page as a liaison opens it, beside a bare server that runs the same statements with the same parameters, all
 * at once, and writes the same rows as an HTML table.
 */
export function pagePart(name: string, address: string | ((bench: Bench) => Promise<string>)): Part {
  return {
    name,
    async prepare(bench) {
      const path = typeof address === 'string' ? address : await address(bench)
      const statements = await bench.record(path)
      await bench.bare.keep(name, statements)
      return {
        statements: statements.length,
        ours: () => bench.silta.get(path),
        bare: () => bench.bare.get(`/${name}`),
      }
    },
  }
}
