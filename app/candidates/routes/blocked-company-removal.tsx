import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Page } from '~/ui/page'
import { listBlockedCompanies, unblockCompany } from '../blocked-companies.server'
import { findCandidateAt } from '../candidates.server'

export const meta = pageTitle('candidates:blocked.remove')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findCandidateAt(db, viewer, params)
  const companyId = idParam(params, 'companyId')
  const blocked = await listBlockedCompanies(db, viewer, candidate.id)
  const company = blocked.find(({ id }) => id === companyId)
  if (!company) throw notFound()
  return { id: candidate.id, number: candidate.number, company: company.name, reason: company.reason }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'consents.write')

  const { id: candidateId } = await findCandidateAt(db, viewer, params)

  return doOnce(request, viewer.userId, async (trx) => {
    await unblockCompany(trx, viewer, candidateId, idParam(params, 'companyId'))
    return { to: `/candidates/${candidateId}#blocked`, toast: { text: 'candidates:blocked.removed' } }
  })
}

export default function UnblockCompany() {
  const { t } = useText()
  const { id, number, company, reason } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={`${t('candidates:blocked.remove')}: ${company}`}
      lead={t('candidates:blocked.remove_lead')}
      up={{ to: `/candidates/${id}`, label: number }}
    >
      {reason && <p className="mb-4">”{reason}”</p>}
      <Form>
        <Submit look="danger">{t('candidates:blocked.remove')}</Submit>
      </Form>
    </Page>
  )
}
