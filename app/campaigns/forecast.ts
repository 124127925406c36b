/** What a forecast is made of: companies, all calls so far, and the calls of each of the latest days with any. */
type Progress = {
  open: number
  finished: number
  positive: number
  calls: number
  dailyCalls: readonly number[]
}

export type Forecast =
  | { kind: 'done' }
  | { kind: 'too_few' }
  | {
      kind: 'range'
      callsLeft: number
      /** Days with calls, at the pace of the better days and of the slower ones. */
      days: { least: number; most: number }
      /** Companies that will yet say yes. */
      positive: { least: number; most: number }
    }

/** With less than this a forecast would be a guess. */
export const leastForForecast = { finished: 10, days: 2 }

/** A 95 % interval. */
const Z = 1.96

/**
 * How far it is to the end of the list. Calls left: open companies times the calls that a finished company took.
 * Days: those calls by the upper and the lower quartile of calls a day. Companies that say yes: open companies times
 * the Wilson score interval (Wilson 1927) of the share of finished ones that did.
 */
export function forecast({ open, finished, positive, calls, dailyCalls }: Progress): Forecast {
  if (open === 0) return { kind: 'done' }
  if (finished < leastForForecast.finished || dailyCalls.length < leastForForecast.days)
    return { kind: 'too_few' }
  const callsLeft = Math.ceil((open * calls) / finished)
  const [slow, quick] = [quartile(dailyCalls, 0.25), quartile(dailyCalls, 0.75)]
  const [low, high] = wilsonInterval(positive, finished)
  return {
    kind: 'range',
    callsLeft,
    days: { least: Math.ceil(callsLeft / quick), most: Math.ceil(callsLeft / slow) },
    positive: { least: Math.floor(open * low), most: Math.ceil(open * high) },
  }
}

/** By linear interpolation between the two nearest. */
function quartile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  const place = (sorted.length - 1) * share
  const [below = 1, above = below] = sorted.slice(Math.floor(place), Math.floor(place) + 2)
  return below + (above - below) * (place % 1)
}

function wilsonInterval(successes: number, trials: number): [low: number, high: number] {
  const share = successes / trials
  const spread = Z * Math.sqrt((share * (1 - share)) / trials + Z ** 2 / (4 * trials ** 2))
  const middle = share + Z ** 2 / (2 * trials)
  const scale = 1 + Z ** 2 / trials
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)]
}
