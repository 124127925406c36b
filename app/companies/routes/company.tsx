import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listActivity } from '~/activity/activity.server'
import { ActivityFeed } from '~/activity/activity-feed'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Page, Section } from '~/ui/page'
import { findCompany } from '../companies.server'
import { CompanyFacts } from '../company-facts'
import { companyOverview } from '../company-overview.server'
import { CompanySections } from '../company-sections'
import { ContactList } from '../contact-list'
import { contactPicture } from '../contact-picture.server'
import { ContactSection } from '../contact-section'
import { listContacts } from '../contacts.server'
import { mergedInto } from '../duplicates/merge-undo.server'
import { MessageConsentSection } from '../message-consent-section'
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
  const [contacts, overview, suppressions, timeline, picture] = await Promise.all([
    listContacts(db, viewer, company.id),
    companyOverview(db, viewer, company.id),
    listCompanySuppressions(db, company),
    listActivity(db, { companyId: company.id }),
    contactPicture(db, viewer, company.id),
  ])
  return {
    company,
    contacts,
    overview,
    suppressions,
    timeline,
    picture,
    mayWrite: may(viewer, 'companies.write'),
    mayAddNeed: may(viewer, 'needs.write'),
  }
}

export default function CompanyPage() {
  const { t } = useText()
  const { company, contacts, overview, suppressions, timeline, picture, mayWrite, mayAddNeed } =
    useLoaderData<typeof loader>()
  return (
    <Page
      title={company.name}
      lead={company.businessId}
      up={{ to: '/companies', label: t('companies:title') }}
      actions={
        mayWrite && (
          <>
            <ButtonLink to="edit">{t('common:edit')}</ButtonLink>
            <ButtonLink to="merge" look="quiet">
              {t('duplicates:choose')}
            </ButtonLink>
            <ButtonLink to="suppression" look="danger">
              {t('companies:suppression.add')}
            </ButtonLink>
          </>
        )
      }
    >
      <SuppressionNotice suppressions={suppressions} mayWrite={mayWrite} />
      <div className="grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div>
          <Section
            id="contacts"
            title={t('companies:contacts')}
            actions={mayWrite && <ButtonLink to="contacts/new">{t('companies:add_contact')}</ButtonLink>}
          >
            <ContactList contacts={contacts} mayWrite={mayWrite} />
          </Section>
          <Section
            id="contact-log"
            title={t('contacts:title')}
            actions={mayWrite && <ButtonLink to="contact-log/new">{t('contacts:log')}</ButtonLink>}
          >
            <ContactSection {...picture} companyId={company.id} mayWrite={mayWrite} />
          </Section>
          {picture.consents && (
            <Section
              id="consent"
              title={t('contacts:consent')}
              actions={
                mayWrite && <ButtonLink to="message-consents/new">{t('contacts:consent_add')}</ButtonLink>
              }
            >
              <MessageConsentSection companyId={company.id} consents={picture.consents} mayWrite={mayWrite} />
            </Section>
          )}
          <CompanySections
            companyId={company.id}
            overview={overview}
            mayAddNeed={mayAddNeed}
            mayWrite={mayWrite}
          />
        </div>
        <div>
          <Section id="facts" title={t('common:details')}>
            <CompanyFacts company={company} mayDial={mayWrite} />
          </Section>
          <Section id="timeline" title={t('common:timeline')}>
            <ActivityFeed timeline={timeline} moreFrom={`/companies/${company.id}/timeline`} />
          </Section>
        </div>
      </div>
    </Page>
  )
}
