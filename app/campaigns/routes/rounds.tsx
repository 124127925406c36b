import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { EmptyState, Page } from '~/ui/page'
import { RoundTable } from '../round-table'
import { listRounds, roundListShape } from '../rounds.server'

export const meta = pageTitle('rounds:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const list = readListParams(request.url, roundListShape)
  return { list, page: await listRounds(db, viewer, list), mayWrite: may(viewer, 'campaigns.write') }
}

export default function Rounds() {
  const { t } = useText()
  const { list, page, mayWrite } = useLoaderData<typeof loader>()
  const add = mayWrite && (
    <ButtonLink to="/rounds/new" look="primary">
      {t('rounds:add')}
    </ButtonLink>
  )
  return (
    <Page title={t('rounds:title')} lead={t('rounds:lead')} actions={add}>
      <RoundTable page={page} list={list} empty={<EmptyState title={t('rounds:none')} action={add} />} />
    </Page>
  )
}
