import { useEffect, useState } from 'react'

/** Whether a page's keys are on: known once the page runs, and switched off for good in this browser (WCAG 2.1.4). */
export function useKeySwitch(remembered: string) {
  const [enabled, setEnabled] = useState<boolean | null>(null)
  useEffect(() => setEnabled(localStorage.getItem(remembered) === null), [remembered])
  const toggle = () => {
    if (enabled) localStorage.setItem(remembered, '1')
    else localStorage.removeItem(remembered)
    setEnabled(!enabled)
  }
  return { enabled, toggle }
}

/** Whether a key pressed here is part of a text or of a choice. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type="radio"]):not([type="checkbox"]), textarea, select, [contenteditable]')
  )
}
