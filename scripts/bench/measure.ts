import { setTimeout } from 'node:timers/promises'
import type { Bench } from './bench'

/** One thing done once by each side. Others may be prepared and cleared away around it, outside of the time. */
type Sides = {
  /** `worker` counts those who do it at the same time, from 0. */
  ours: (worker: number) => Promise<unknown>
  bare: (worker: number) => Promise<unknown>
  /** Clears away what a worker's last run left, outside of the time. */
  after?: (worker: number) => Promise<unknown>
  /** How many SQL statements our side asks, where that is known. */
  statements?: number
  close?: () => Promise<unknown>
}

export type Part = {
  name: string
  /** Blocks of a side, and how often it runs in one; a long job asks for few. */
  blocks?: number
  perBlock?: number
  /** How many do it at the same time; one when left out. */
  together?: number
  /** Milliseconds that each of them rests on average between two times; none when left out. */
  rest?: number
  prepare: (bench: Bench) => Promise<Sides>
}

type Figures = { median: number; p95: number }
export type Result = {
  name: string
  statements: number | undefined
  /** Milliseconds. */
  ours: Figures
  bare: Figures
  ratio: Figures
}

/** Blocks of the two sides take turns, so that what else the machine does falls on both. */
export async function measure(part: Part, bench: Bench): Promise<Result> {
  const { blocks = 20, perBlock = 15, together = 1, rest = 0 } = part
  const sides = await part.prepare(bench)
  const ours: number[] = []
  const bare: number[] = []
  for (let block = 0; block <= blocks; block += 1) {
    const ourTimes = await times(sides.ours, sides.after, { count: perBlock, together, rest })
    const bareTimes = await times(sides.bare, sides.after, { count: perBlock, together, rest })
    // The first block warms both up.
    if (block === 0 && blocks > 3) continue
    ours.push(...ourTimes)
    bare.push(...bareTimes)
  }
  await sides.close?.()
  const both = { ours: figuresOf(ours), bare: figuresOf(bare) }
  const ratio = { median: both.ours.median / both.bare.median, p95: both.ours.p95 / both.bare.p95 }
  return { name: part.name, statements: sides.statements, ...both, ratio }
}

async function times(
  work: Sides['ours'],
  after: Sides['after'],
  { count, together, rest }: { count: number; together: number; rest: number },
): Promise<number[]> {
  const taken: number[] = []
  async function workAs(worker: number) {
    for (let done = 0; done < count; done += 1) {
      if (rest > 0) await setTimeout(2 * rest * Math.random())
      const began = performance.now()
      await work(worker)
      taken.push(performance.now() - began)
      await after?.(worker)
    }
  }
  await Promise.all(Array.from({ length: together }, (_, worker) => workAs(worker)))
  return taken
}

function figuresOf(times: number[]): Figures {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { median: at(0.5), p95: at(0.95) }
}
