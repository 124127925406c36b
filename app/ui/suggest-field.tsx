import { useFetcher } from '@remix-run/react'
import { useEffect, useId, useRef } from 'react'
import { Field } from './form-fields'

const PAUSE_MS = 150

/**
 * A text field that suggests as one types. `from` is a loader's URL that answers `{ suggestions: string[] }` for
 * `?q=`. What is typed is what is sent: the server recognises it, so the field is whole without script.
 */
export function SuggestField({
  name,
  label,
  hint,
  optional,
  from,
}: {
  name: string
  label: string
  hint?: string
  optional?: boolean
  from: string
}) {
  const fetcher = useFetcher<{ suggestions: string[] }>()
  const listId = useId()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])

  function suggest(words: string) {
    clearTimeout(timer.current)
    if (words.trim().length < 2) return
    timer.current = setTimeout(() => fetcher.load(`${from}?q=${encodeURIComponent(words)}`), PAUSE_MS)
  }

  return (
    <>
      <Field
        name={name}
        label={label}
        hint={hint}
        optional={optional}
        list={listId}
        autoComplete="off"
        onChange={(event) => suggest(event.target.value)}
      />
      <datalist id={listId}>
        {fetcher.data?.suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </>
  )
}
