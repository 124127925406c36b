import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { recordReading } from '~/activity/activity.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Page } from '~/ui/page'
import { findCandidateAt, findEntrustedCandidate } from '../candidates.server'
import { ContactList } from '../caseload/contact-list'
import { listContacts } from '../caseload/contacts.server'

export const meta = pageTitle('caseload:contact.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findCandidateAt(db, viewer, params)
  const { page, pageSize } = readListParams(request.url, { sorts: ['day'], pageSize: 25 })
  const [entrusted, contacts] = await Promise.all([
    findEntrustedCandidate(db, viewer, candidate.id),
    listContacts(db, viewer, candidate.id, { page, pageSize }),
    recordReading(db, viewer.userId, 'contacts', { candidateId: candidate.id }),
  ])
  return {
    id: candidate.id,
    number: candidate.number,
    mayWrite: entrusted !== undefined,
    page,
    ...contacts,
  }
}

export default function Contacts() {
  const { t } = useText()
  const { id, number, mayWrite, page, lines, more } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('caseload:contact.title')}
      lead={t('caseload:contact.lead')}
      up={{ to: `/candidates/${id}`, label: number }}
      actions={
        mayWrite && <ButtonLink to={`/candidates/${id}/notes/new`}>{t('candidates:note.add')}</ButtonLink>
      }
    >
      <ContactList lines={lines} />
      <p className="mt-3 flex gap-6">
        {page > 1 && (
          <Link className="link" to={`?page=${page - 1}`}>
            {t('caseload:contact.newer')}
          </Link>
        )}
        {more && (
          <Link className="link" to={`?page=${page + 1}`}>
            {t('caseload:contact.older')}
          </Link>
        )}
      </p>
    </Page>
  )
}
