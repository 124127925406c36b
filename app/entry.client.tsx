import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { loadTexts } from '~/texts/loaded'
import type { Language } from '~/texts/text-keys'

const textsOf = {
  fi: () => import('~/texts/fi').then((module) => module.fi),
  sv: () => import('~/texts/sv').then((module) => module.sv),
  en: () => import('~/texts/en').then((module) => module.en),
} satisfies Record<Language, () => Promise<Record<string, object>>>

const language = document.documentElement.lang as Language
loadTexts(language, await textsOf[language]())
startTransition(() => {
  hydrateRoot(document, <RemixBrowser />)
})
