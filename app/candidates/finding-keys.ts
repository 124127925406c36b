import { type KeyboardEvent, useEffect, useRef } from 'react'
import { isTyping, useKeySwitch } from '~/ui/page-keys'

const ARROWS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 }
const LETTERS: Record<string, 1 | -1> = { j: 1, k: -1 }
const DECISIONS: Record<string, string> = { a: 'confirmed', r: 'rejected', u: 'undecided' }

/**
 * Keys for a list of things to decide: to the next and the one before, yes, no, and back. What a key decides is
 * what the button of that value in the item does. The place in the text comes into sight with its item. Letters work
 * from the whole page but not in fields, and can be switched off, so that they take nothing from a screen reader or a
 * voice (WCAG 2.1.4); arrows, which scroll the page, work in the list alone.
 */
export function useFindingKeys() {
  const list = useRef<HTMLUListElement>(null)
  const { enabled, toggle } = useKeySwitch('silta-finding-keys-off')
  useEffect(() => {
    if (!enabled) return
    const onLetter = (event: globalThis.KeyboardEvent) => {
      if (!list.current || isHeld(event) || !isOfPage(event.target)) return
      if (pressLetter(list.current, event.key.toLowerCase())) event.preventDefault()
    }
    document.addEventListener('keydown', onLetter)
    return () => document.removeEventListener('keydown', onLetter)
  }, [enabled])

  function onKeyDown(event: KeyboardEvent<HTMLUListElement>) {
    const step = ARROWS[event.key]
    if (!step || isHeld(event)) return
    event.preventDefault()
    goTo(neighbour(event.currentTarget, step))
  }

  // One stop of the tab key leads to the arrows; without script there are none to lead to.
  return { list: { ref: list, onKeyDown, tabIndex: enabled === null ? undefined : 0 }, enabled, toggle }
}

const isHeld = (event: { ctrlKey: boolean; metaKey: boolean; altKey: boolean }) =>
  event.ctrlKey || event.metaKey || event.altKey

/** The page's main part, or nothing in particular as on a page just opened; never a place where letters are typed. */
function isOfPage(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || isTyping(target)) return false
  return target === document.body || target.closest('main') !== null
}

/** Does what the letter means; false where it means nothing here. */
function pressLetter(list: HTMLUListElement, letter: string): boolean {
  const step = LETTERS[letter]
  if (step) {
    goTo(neighbour(list, step))
    return true
  }
  const decision = DECISIONS[letter]
  const item = itemAtHand(list)
  if (!item || !decision) return false
  item.querySelector<HTMLButtonElement>(`button[value="${decision}"]`)?.click()
  const items = itemsOf(list)
  const undecided = items.slice(items.indexOf(item) + 1).find(isUndecided)
  goTo(decision === 'undecided' ? item : (undecided ?? item))
  return true
}

const itemsOf = (list: HTMLUListElement) => [...list.querySelectorAll<HTMLLIElement>(':scope > li')]
const isUndecided = ({ dataset }: HTMLLIElement) => dataset.decided === 'false'
/** The item with the focus: nothing is decided that one has not gone to. */
const itemAtHand = (list: HTMLUListElement) =>
  itemsOf(list).find((item) => item.contains(document.activeElement))

/** The next item or the one before; from outside the list the first that waits for a decision. */
function neighbour(list: HTMLUListElement, step: 1 | -1): HTMLLIElement | undefined {
  const items = itemsOf(list)
  const item = itemAtHand(list)
  return item ? items[items.indexOf(item) + step] : (items.find(isUndecided) ?? items[0])
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
