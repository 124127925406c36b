export type Random = {
  /** A whole number from `least` to `most`, both included. */
  whole: (least: number, most: number) => number
  pick: <Item>(items: readonly Item[]) => Item
  /** The same items in another order. */
  shuffled: <Item>(items: readonly Item[]) => Item[]
  /** True in this share of cases, 0 to 1. */
  chance: (share: number) => boolean
}

/** Chance that falls the same way every time for the same seed, so that the demonstration is always the same. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  // The mulberry32 step: 32 bits of state, good enough to spread invented rows.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    whole,
    pick: (items) => {
      const item = items[whole(0, items.length - 1)]
      if (item === undefined) throw new Error('there is nothing to pick from')
      return item
    },
    shuffled: (items) =>
      items
        .map((item) => ({ item, order: next() }))
        .sort((one, other) => one.order - other.order)
        .map(({ item }) => item),
    chance: (share) => next() < share,
  }
}
