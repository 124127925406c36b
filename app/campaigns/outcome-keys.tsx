import { type RefObject, useEffect, useRef } from 'react'
import { useText } from '~/texts/use-text'
import { isTyping, useKeySwitch } from '~/ui/page-keys'
import { detailOf, type OutcomePath, stepBy } from './outcome-tree'

/**
 * Keys choose among what the panel shows, wherever on the page the focus is except in a text field. They can be
 * turned off (WCAG 2.1.4), which the browser remembers.
 */
export function useOutcomeKeys(
  panel: RefObject<HTMLElement>,
  path: OutcomePath,
  setPath: (path: OutcomePath) => void,
) {
  const { enabled, toggle } = useKeySwitch('silta-call-keys-off')
  const now = useRef(path)
  now.current = path

  useEffect(() => {
    if (!enabled) return
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return
      const form = panel.current?.closest('form')
      const held = event.ctrlKey || event.metaKey
      // Enter sends from anywhere that has no use of its own for it, Ctrl and Enter from a text too.
      const sends = event.key === 'Enter' && now.current.outcome && (held || !isControl(event.target))
      if (sends) {
        event.preventDefault()
        form?.requestSubmit(form.querySelector<HTMLButtonElement>('button[name=afterwards]'))
        return
      }
      if (held || isTyping(event.target)) return
      const next = stepBy(event.key, now.current)
      if (!next) return
      event.preventDefault()
      // The radio of a detail is the browser's own; all else follows from the path.
      const detail = next.outcome && next.detail !== undefined && detailOf[next.outcome]
      if (detail)
        form?.querySelector<HTMLInputElement>(`[name="${detail.field}"][value="${next.detail}"]`)?.click()
      // A quick hand presses the next key before the page has drawn this one.
      now.current = next
      setPath(next)
      requestAnimationFrame(() => focusOn(form, next))
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [enabled, panel, setPath])

  return { enabled: enabled ?? false, toggle }
}

/** Puts the focus where Enter sends, or where something must still be typed. */
function focusOn(form: HTMLFormElement | null | undefined, { outcome, detail }: OutcomePath): void {
  if (!form || !outcome) return
  const field = detailOf[outcome]?.field
  const typed = { wrong_person: 'personName', asked_no_more_contact: 'wording' }[outcome as string]
  const target =
    typed && (detail !== undefined || !field)
      ? form.querySelector<HTMLElement>(`[name="${typed}"]`)
      : detail !== undefined && field
        ? form.querySelector<HTMLElement>(`[name="${field}"][value="${detail}"]`)
        : form.querySelector<HTMLElement>(`#outcome-${outcome}`)
  target?.focus()
  target?.scrollIntoView({ block: 'nearest' })
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, input, select, textarea, summary') !== null
}

/** Turns the keys off and on. */
export function KeysChoice({ enabled, toggle }: { enabled: boolean; toggle: () => void }) {
  const { t } = useText()
  return (
    <button
      type="button"
      aria-pressed={enabled}
      onClick={toggle}
      title={t('calls:keys_hint')}
      className="hidden min-h-8 rounded-md border border-line px-2 text-sm text-soft aria-pressed:border-bridge aria-pressed:text-bridge-deep md:block"
    >
      {t(enabled ? 'calls:keys_on' : 'calls:keys_off')}
    </button>
  )
}
