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
import { TurnTable } from '../turn-table'
import { listTurns, turnListShape } from '../turns.server'

export const meta = pageTitle('turns:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'matches.read')
  const list = readListParams(request.url, turnListShape)
  return { list, ...(await listTurns(db, viewer, list)) }
}

export default function Turns() {
  const { t } = useText()
  const { list, ...page } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('turns:title')}
      lead={t('turns:lead')}
      actions={<ButtonLink to="/presentations/suggestions">{t('suggestions:title')}</ButtonLink>}
    >
      <Filters
        list={list}
        searchLabel={t('turns:search_label')}
        filters={[
          {
            name: 'waited',
            label: t('turns:waited'),
            options: [
              { value: 'never', label: t('turns:never') },
              ...optionsOf(['4', '8', '12'], (value) => t('turns:weeks', { weeks: value })),
            ],
          },
          {
            name: 'mine',
            label: t('candidates:filter.mine'),
            options: [{ value: 'yes', label: t('candidates:filter.only_mine') }],
          },
        ]}
      />
      <TurnTable list={list} page={page} />
    </Page>
  )
}
