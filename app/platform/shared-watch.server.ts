import { log } from '~/platform/log.server'

const LOOK_EVERY = { ms: 500 }

type Watcher<Value> = { tell: (value: Value | undefined) => void; told: string | null }
/** Begins to watch a key and returns what ends it; `tell` hears the value soon after, and again when it changes. */
type Watch<Value> = (key: string, tell: (value: Value | undefined) => void) => () => void

/**
 * Lets any number of open pages hear of changes at the price of one question to the database each half second,
 * and of none while nobody watches. `read` answers for all watched keys at once; a key it leaves out has no value.
 * Asking instead of being notified works behind every connection pool and with several servers, and sees what only
 * time changes. Values are compared as JSON.
 */
export function watchTogether<Value>(
  read: (keys: string[]) => Promise<ReadonlyMap<string, Value>>,
  every = LOOK_EVERY.ms,
): Watch<Value> {
  const watchers = new Map<string, Set<Watcher<Value>>>()
  let looking = false

  async function look(): Promise<void> {
    const keys = [...watchers.keys()]
    if (keys.length === 0) {
      looking = false
      return
    }
    try {
      const values = await read(keys)
      for (const key of keys) tellAll(watchers.get(key), values.get(key))
    } catch (error) {
      log.error({ err: error }, 'what open pages show could not be looked at')
    }
    setTimeout(look, every)
  }

  return (key, tell) => {
    const watcher: Watcher<Value> = { tell, told: null }
    const ofKey = watchers.get(key) ?? new Set()
    watchers.set(key, ofKey.add(watcher))
    if (!looking) setTimeout(look, 0)
    looking = true
    return () => {
      ofKey.delete(watcher)
      if (ofKey.size === 0 && watchers.get(key) === ofKey) watchers.delete(key)
    }
  }
}

function tellAll<Value>(watchers: ReadonlySet<Watcher<Value>> | undefined, value: Value | undefined): void {
  const news = JSON.stringify(value ?? null)
  for (const watcher of watchers ?? []) {
    if (watcher.told === news) continue
    watcher.told = news
    watcher.tell(value)
  }
}
