import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Page } from '~/ui/page'
import { whyCallNow } from '../call-order.server'
import { findCompany } from '../companies.server'
import type { AbsentId } from '../company'
import { CompanyMainColumn, CompanySideColumn } from '../company-columns'
import { companyOverview } from '../company-overview.server'
import { contactPicture } from '../contact-picture.server'
import { listContacts } from '../contacts.server'
import { findDossier } from '../dealings/dossier.server'
import { listMergesInto, mergedInto } from '../duplicates/merge-undo.server'
import { SuppressionNotice } from '../suppression-notice'
import { listCompanySuppressions } from '../suppressions.server'

export const meta = pageTitle<typeof loader>((data) => data.company.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const companyId = idParam(params, 'companyId')
  const company = await findCompany(db, viewer, companyId)
  if (!company) {
    const into = await mergedInto(db, companyId)
    throw into ? redirect(`/companies/${into}`) : notFound()
  }
  const [contacts, overview, suppressions, timeline, picture, dossier, merges, worth] = await Promise.all([
    listContacts(db, viewer, company.id),
    companyOverview(db, viewer, company.id),
    listCompanySuppressions(db, company),
    listActivity(db, { companyId: company.id }),
    contactPicture(db, viewer, company.id),
    findDossier(db, viewer, company.id),
    listMergesInto(db, viewer, company.id),
    whyCallNow(db, company.id),
  ])
  return {
    company,
    contacts,
    overview,
    suppressions,
    timeline,
    picture,
    dossier,
    merges,
    worth,
    today: today(),
    mayWrite: may(viewer, 'companies.write'),
    mayAddNeed: may(viewer, 'needs.write'),
  }
}

export default function CompanyPage() {
  const { t } = useText()
  const page = useLoaderData<typeof loader>()
  const { company, suppressions, mayWrite } = page
  return (
    <Page
      title={company.name}
      lead={
        company.businessId ??
        t('companies:no_business_id_line', {
          reason: t(`companies:no_business_ids.${(company.noBusinessId ?? 'not_known') as AbsentId}`),
        })
      }
      up={{ to: '/companies', label: t('companies:title') }}
      actions={
        mayWrite && (
          <>
            <ButtonLink to="edit">{t('ui:edit')}</ButtonLink>
            <ButtonLink to="merge" look="quiet">
              {t('duplicates:choose')}
            </ButtonLink>
            <ButtonLink to="suppression" look="danger">
              {t('suppressions:add')}
            </ButtonLink>
          </>
        )
      }
    >
      <SuppressionNotice suppressions={suppressions} mayWrite={mayWrite} />
      <div className="grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <CompanyMainColumn {...page} />
        <CompanySideColumn {...page} />
      </div>
    </Page>
  )
}
