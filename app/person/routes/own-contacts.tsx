import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { OwnContactList } from '~/candidates/own-contact-parts'
import { listOwnContacts } from '~/candidates/own-contacts.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Pagination } from '~/ui/data-table'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('history:own_contact.title')

const CONTACTS_ON_A_PAGE = 25

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const list = readListParams(request.url, { sorts: ['day'], pageSize: CONTACTS_ON_A_PAGE })
  return { list, ...(await listOwnContacts(db, ownCandidateId(viewer), list)) }
}

export default function OwnContacts() {
  const { t } = useText()
  const { list, rows, total, capped } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t('history:own_contact.title')}
      lead={t('history:own_contact.lead')}
      up={{ to: '/own', label: t('person:title') }}
      actions={
        <ButtonLink look="primary" to="/own/contacts/new">
          {t('history:own_contact.add')}
        </ButtonLink>
      }
    >
      <OwnContactList contacts={rows} changeAt="/own/contacts" />
      <Pagination list={list} total={total} capped={capped} />
    </OwnPage>
  )
}
