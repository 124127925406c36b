import type { i18n } from 'i18next'
import { createContext, type ReactNode, useContext } from 'react'
import { createFormat, type Format } from './format'
import type { Params, Translate } from './text'
import type { Language, TextKey } from './text-keys'

type TextContext = { language: Language; t: Translate; format: Format }
const Context = createContext<TextContext | null>(null)

export function TextProvider({ texts, children }: { texts: i18n; children: ReactNode }) {
  return <Context.Provider value={readerOf(texts)}>{children}</Context.Provider>
}

/** One per language for the life of the process: the makers of dates and the wordings looked up are kept. */
const readers = new WeakMap<i18n, TextContext>()

function readerOf(texts: i18n): TextContext {
  const known = readers.get(texts)
  if (known) return known
  const language = texts.language as Language
  // A wording without parameters is always the same, and a list asks for the same few in every row.
  const plain = new Map<TextKey, string>()
  function t(key: TextKey, params?: Params): string {
    if (params) return texts.t(key, params)
    const wording = plain.get(key) ?? texts.t(key)
    plain.set(key, wording)
    return wording
  }
  const reader = { language, t, format: createFormat(language) }
  readers.set(texts, reader)
  return reader
}

/** Wordings, dates and numbers in the reader's language. */
export function useText(): TextContext {
  const value = useContext(Context)
  if (!value) throw new Error('useText needs a TextProvider above it')
  return value
}
