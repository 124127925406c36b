import type { MetaFunction } from '@remix-run/react'
import { textsIn } from './loaded'
import type { Translate } from './text'
import { isLanguage, type TextKey } from './text-keys'

/**
 * The title of a page in the reader's language: `export const meta = pageTitle('companies:title')`, or from the
 * loader's data: `pageTitle<typeof loader>((data) => data.company.name)`. Never a candidate's name: titles stay
 * in the browser's history.
 */
export function pageTitle<Loader = unknown>(
  title: TextKey | ((data: NonNullable<Parameters<MetaFunction<Loader>>[0]['data']>, t: Translate) => string),
): MetaFunction<Loader> {
  return ({ matches, data }) => {
    const root = matches.find(({ id }) => id === 'root')?.data as { language?: string } | undefined
    const texts = textsIn(isLanguage(root?.language) ? root.language : 'fi')
    const t: Translate = (key, params) => texts.t(key, params ?? {}) as string
    const own = typeof title === 'string' ? t(title) : data ? title(data, t) : ''
    return [{ title: own ? `${own} · ${t('ui:app')}` : t('ui:app') }]
  }
}
