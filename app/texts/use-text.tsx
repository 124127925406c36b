import type { i18n } from 'i18next'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { createFormat, type Format } from './format'
import type { Params, Translate } from './text'
import type { Language, TextKey } from './text-keys'

type TextContext = { language: Language; t: Translate; format: Format }
const Context = createContext<TextContext | null>(null)

export function TextProvider({ texts, children }: { texts: i18n; children: ReactNode }) {
  const value = useMemo<TextContext>(() => {
    const language = texts.language as Language
    return {
      language,
      t: (key: TextKey, params?: Params) => texts.t(key, params ?? {}) as string,
      format: createFormat(language),
    }
  }, [texts])
  return <Context.Provider value={value}>{children}</Context.Provider>
}

/** Wordings, dates and numbers in the reader's language. */
export function useText(): TextContext {
  const value = useContext(Context)
  if (!value) throw new Error('useText needs a TextProvider above it')
  return value
}
