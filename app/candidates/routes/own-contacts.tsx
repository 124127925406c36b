import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { recordReading } from '~/activity/activity.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Pagination } from '~/ui/data-table'
import { Page } from '~/ui/page'
import { findEntrustedCandidate } from '../candidates.server'
import { OwnContactList } from '../own-contact-parts'
import { listOwnContactsForCoach } from '../own-contacts.server'

export const meta = pageTitle('history:own_contact.of_person')

const CONTACTS_ON_A_PAGE = 25

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidateId = idParam(params, 'candidateId')
  const { number } = orNotFound(await findEntrustedCandidate(db, viewer, candidateId))
  const list = readListParams(request.url, { sorts: ['day'], pageSize: CONTACTS_ON_A_PAGE })
  const [contacts] = await Promise.all([
    listOwnContactsForCoach(db, viewer, candidateId, list),
    recordReading(db, viewer.userId, 'contacts', { candidateId }),
  ])
  return { candidateId, number, list, ...contacts }
}

export default function OwnContactsOfPerson() {
  const { t } = useText()
  const { candidateId, number, list, rows, total, capped } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('history:own_contact.of_person')}
      lead={t('history:own_contact.of_person_lead')}
      up={{ to: `/candidates/${candidateId}`, label: number }}
    >
      <OwnContactList contacts={rows} />
      <Pagination list={list} total={total} capped={capped} />
    </Page>
  )
}
