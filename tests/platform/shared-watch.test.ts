import { expect, test, vi } from 'vitest'
import { watchTogether } from '~/platform/shared-watch.server'

function watchOver(values: Map<string, number>) {
  const asked: string[][] = []
  const watch = watchTogether(async (keys) => {
    asked.push(keys)
    return values
  }, 5)
  return { watch, asked }
}

test('each watcher hears the value once, and again only when it changes', async () => {
  const values = new Map([['a', 1]])
  const { watch } = watchOver(values)
  const [first, second] = [vi.fn(), vi.fn()]
  const ends = [watch('a', first), watch('b', second)]
  await vi.waitFor(() => expect(first).toHaveBeenCalledWith(1))
  expect(second).toHaveBeenCalledWith(undefined)

  values.set('a', 2)
  await vi.waitFor(() => expect(first).toHaveBeenCalledWith(2))
  expect(first).toHaveBeenCalledTimes(2)
  expect(second).toHaveBeenCalledTimes(1)
  for (const end of ends) end()
})

test('one question serves all who watch, and none is asked when nobody does', async () => {
  const { watch, asked } = watchOver(new Map([['a', 1]]))
  const told = vi.fn()
  const ends = [watch('a', told), watch('a', told), watch('b', told)]
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(3))
  expect(asked[0]).toEqual(['a', 'b'])

  for (const end of ends) end()
  await new Promise((resolve) => setTimeout(resolve, 20))
  const quiet = asked.length
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(asked.length).toBe(quiet)
  expect(asked).not.toContainEqual([])

  const end = watch('a', told)
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(4))
  end()
})

test('a look that fails is followed by another', async () => {
  let fails = true
  const watch = watchTogether(async () => {
    if (fails) throw new Error('the database is away')
    return new Map([['a', 1]])
  }, 5)
  const told = vi.fn()
  const end = watch('a', told)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(told).not.toHaveBeenCalled()
  fails = false
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith(1))
  end()
})
