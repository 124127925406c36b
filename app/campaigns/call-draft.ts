import { useEffect, useState } from 'react'

const PREFIX = 'silta-call-'

/**
 * Keeps what is typed of a call on this device, in this tab only, until the server has it: a lost network, a reload
 * or a phone that puts the tab to sleep loses nothing. Also measures the time from the first choice of an outcome to
 * the save; what is sent again without a change says the same. Nothing is measured of an outcome that stood there.
 */
export function useCallDraft(callId: string, formId: string) {
  const [draft, setDraft] = useState<Record<string, unknown>>({})
  const [restored, setRestored] = useState(false)

  useEffect(() => {
    forgetDrafts((id) => id !== callId)
    const kept = read(callId)
    if (!kept) return
    setDraft(kept)
    setRestored(true)
  }, [callId])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a restored draft is another form element of the same id, to be listened to anew
  useEffect(() => {
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return
    let firstChoice: number | null = null
    let wrapUpMs: number | null = null
    const keep = () => {
      wrapUpMs = null
      sessionStorage.setItem(PREFIX + callId, JSON.stringify(valuesOf(form)))
    }
    const choose = ({ target }: Event) => {
      if (!(target instanceof Element && target.closest('[name=afterwards]')))
        firstChoice ??= performance.now()
    }
    const stop = () => {
      if (firstChoice !== null) wrapUpMs ??= Math.round(performance.now() - firstChoice)
    }
    // The form's data are also read at every key, long before they are sent.
    const tell = ({ formData }: FormDataEvent) => {
      if (wrapUpMs !== null) formData.set('wrapUpMs', String(wrapUpMs))
    }
    const outcome = form.querySelector('#outcome')
    form.addEventListener('input', keep)
    form.addEventListener('submit', stop)
    form.addEventListener('formdata', tell)
    outcome?.addEventListener('click', choose)
    outcome?.addEventListener('input', choose)
    return () => {
      form.removeEventListener('input', keep)
      form.removeEventListener('submit', stop)
      form.removeEventListener('formdata', tell)
      outcome?.removeEventListener('click', choose)
      outcome?.removeEventListener('input', choose)
    }
  }, [callId, formId, restored])

  return { draft, restored }
}

/** Lets go of the drafts of calls that `isOver` says are saved or not this caller's any more. */
export function forgetDrafts(isOver: (callId: string) => boolean): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(PREFIX) && isOver(key.slice(PREFIX.length))) sessionStorage.removeItem(key)
}

function read(callId: string): Record<string, unknown> | null {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + callId) ?? 'null')
  } catch {
    return null
  }
}

const NOT_KEPT = new Set(['once', 'scriptId', 'scriptLanguage', 'wrapUpMs'])

/** The fields as a form's default values: `answers[0].answer` becomes a row of a list, several of a name a list. */
function valuesOf(form: HTMLFormElement): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const element of form.elements) {
    if (
      !(
        element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement
      )
    )
      continue
    const { name, value } = element
    const isChoice =
      element instanceof HTMLInputElement && (element.type === 'radio' || element.type === 'checkbox')
    if (!name || NOT_KEPT.has(name) || !value || (isChoice && !element.checked)) continue
    const row = /^answers\[(\d+)\]\.(\w+)$/.exec(name)
    if (row) {
      values.answers ??= []
      const rows = values.answers as Record<string, string>[]
      rows[Number(row[1])] = { ...rows[Number(row[1])], [row[2] ?? '']: value }
    } else if (
      isChoice &&
      element.type === 'checkbox' &&
      form.querySelectorAll(`[name="${name}"]`).length > 1
    ) {
      values[name] = [...((values[name] as string[] | undefined) ?? []), value]
    } else values[name] = value
  }
  return values
}
