import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { ANSWERS, STANDINGS } from '../presentation'
import { PresentationTable } from '../presentation-table'
import { listPresentations, presentationListShape } from '../presentations.server'

export const meta = pageTitle('presentations:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.read')
  const list = readListParams(request.url, presentationListShape)
  return { list, ...(await listPresentations(db, viewer, list)) }
}

export default function Presentations() {
  const { t } = useText()
  const { list, ...page } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('presentations:title')}
      lead={t('presentations:lead')}
      actions={
        <>
          <ButtonLink to="/presentations/plans">{t('presentations:plan.title')}</ButtonLink>
          <ButtonLink to="/presentations/suggestions">{t('suggestions:title')}</ButtonLink>
          <ButtonLink to="/presentations/turns">{t('turns:title')}</ButtonLink>
          <ButtonLink to="/presentations/lists">{t('lists:open')}</ButtonLink>
        </>
      }
    >
      <Filters
        list={list}
        searchLabel={t('presentations:search_label')}
        filters={[
          {
            name: 'status',
            label: t('ui:status'),
            options: [
              { value: 'waiting', label: t('presentations:waiting') },
              ...optionsOf(STANDINGS, (value) => t(`presentations:standing.${value}`)),
            ],
          },
          {
            name: 'answer',
            label: t('presentations:answer_label'),
            options: optionsOf(ANSWERS, (value) => t(`presentations:answer.${value}`)),
          },
        ]}
      >
        {list.filters.need && <input type="hidden" name="need" value={list.filters.need} />}
      </Filters>
      <PresentationTable list={list} page={page} />
    </Page>
  )
}
