import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { WORD_DECISIONS } from '../unknown-words/unknown-word'
import { UnknownWordTable } from '../unknown-words/unknown-word-table'
import { listUnknownWords, unknownWordsShape } from '../unknown-words/unknown-words.server'

export const meta = pageTitle('skills:unknown.title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  const list = readListParams(request.url, unknownWordsShape)
  return { list, page: await listUnknownWords(db, list) }
}

export default function UnknownWords() {
  const { t } = useText()
  const { list, page } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('skills:unknown.title')}
      lead={t('skills:unknown.lead')}
      up={{ to: '/skills', label: t('skills:title') }}
    >
      <Filters
        list={list}
        searchLabel={t('skills:unknown.search')}
        filters={[
          {
            name: 'decision',
            label: t('skills:unknown.decision'),
            none: t('skills:unknown.waiting'),
            options: optionsOf(WORD_DECISIONS, (value) => t(`skills:unknown.decided.${value}`)),
          },
        ]}
      />
      <UnknownWordTable list={list} page={page} />
    </Page>
  )
}
