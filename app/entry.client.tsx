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
await Promise.all([textsOf[language]().then((texts) => loadTexts(language, texts)), readPageData()])
startTransition(() => {
  hydrateRoot(document, <RemixBrowser />)
})

/**
 * Remix suspends at the root of the page until the data of the page is read, and React gives up on a page
 * (its error 345) where somebody clicks or types while the root is suspended. So the data is read before:
 * the first call only starts the reading, and throws the promise of it.
 */
async function readPageData(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (reading) {
    await reading
  }
}
