import { type KeyboardEvent, useEffect, useState } from 'react'

const STEPS: Record<string, 1 | -1> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }
const DECISIONS: Record<string, string> = { a: 'confirmed', r: 'rejected', u: 'undecided' }

/**
 * Keys for a list of things to decide: to the next and the one before, yes, no, and back. What a key decides is
 * what the button of that value in the item does. The place in the text comes into sight with its item.
 */
export function useFindingKeys() {
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])

  function onKeyDown(event: KeyboardEvent<HTMLUListElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const list = event.currentTarget
    const items = [...list.querySelectorAll<HTMLLIElement>(':scope > li')]
    const target = event.target as HTMLElement
    const at = items.findIndex((item) => item.contains(target))
    const step = STEPS[event.key]
    if (step) {
      event.preventDefault()
      goTo(items[at < 0 ? 0 : at + step])
      return
    }
    const item = items[at]
    const decision = DECISIONS[event.key.toLowerCase()]
    if (!item || !decision) return
    event.preventDefault()
    item.querySelector<HTMLButtonElement>(`button[value="${decision}"]`)?.click()
    goTo(
      decision === 'undecided'
        ? item
        : (items.slice(at + 1).find(({ dataset }) => dataset.decided === 'false') ?? item),
    )
  }

  // One stop of the tab key leads to the keys; without script there are none to lead to.
  return { onKeyDown, tabIndex: scripted ? 0 : undefined }
}

function goTo(item: HTMLLIElement | undefined) {
  if (!item) return
  item.focus()
  item.scrollIntoView({ block: 'nearest' })
  for (const place of document.querySelectorAll('[data-at-hand]')) place.removeAttribute('data-at-hand')
  const place = document.getElementById(item.dataset.place ?? '')
  place?.setAttribute('data-at-hand', '')
  place?.scrollIntoView({ block: 'nearest' })
}
