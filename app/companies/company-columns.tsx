import { Link } from '@remix-run/react'
import type { listActivity } from '~/activity/activity.server'
import { ActivityFeed } from '~/activity/activity-feed'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Badge, Section } from '~/ui/page'
import type { WhyCallNow } from './call-order.server'
import type { Company } from './companies.server'
import { CompanyFacts } from './company-facts'
import type { CompanyOverview } from './company-overview.server'
import { CompanySections } from './company-sections'
import { ContactList } from './contact-list'
import type { contactPicture } from './contact-picture.server'
import { ContactSection } from './contact-section'
import type { Contact } from './contacts.server'
import { CompanyBrief } from './dealings/company-brief'
import type { Dossier } from './dealings/dossier.server'
import { AgreedSections, KeptSections, PlaceSections } from './dealings/dossier-sections'
import { MergeList } from './duplicates/merge-list'
import type { MergeLine } from './duplicates/merge-undo.server'
import { MessageConsentSection } from './message-consent-section'
import { isBannedAltogether } from './suppression'

type CompanyPage = {
  company: Company
  contacts: Contact[]
  overview: CompanyOverview
  picture: Awaited<ReturnType<typeof contactPicture>>
  dossier: Dossier
  merges: MergeLine[]
  worth: WhyCallNow
  timeline: Awaited<ReturnType<typeof listActivity>>
  today: string
  mayWrite: boolean
  mayAddNeed: boolean
}

/** What is going on with the company: first what one needs before a call, then the rest by kind. */
export function CompanyMainColumn(page: CompanyPage) {
  const { t } = useText()
  const { company, contacts, overview, picture, dossier, today, mayWrite, mayAddNeed } = page
  const parts = { companyId: company.id, dossier, mayWrite }
  return (
    <div>
      <CompanyBrief {...page} />
      <Section
        id="contacts"
        title={t('companies:contacts')}
        actions={mayWrite && <ButtonLink to="contacts/new">{t('companies:add_contact')}</ButtonLink>}
      >
        <ContactList contacts={contacts} acquaintances={dossier.acquaintances} mayWrite={mayWrite} />
      </Section>
      <Section
        id="contact-log"
        title={t('contacts:title')}
        actions={mayWrite && <ButtonLink to="contact-log/new">{t('contacts:log')}</ButtonLink>}
      >
        <ContactSection
          {...picture}
          companyId={company.id}
          banned={isBannedAltogether(company)}
          mayWrite={mayWrite}
        />
      </Section>
      {picture.consents && (
        <Section
          id="consent"
          title={t('contacts:consent')}
          actions={mayWrite && <ButtonLink to="message-consents/new">{t('contacts:consent_add')}</ButtonLink>}
        >
          <MessageConsentSection companyId={company.id} consents={picture.consents} mayWrite={mayWrite} />
        </Section>
      )}
      <AgreedSections {...parts} today={today} />
      <CompanySections
        companyId={company.id}
        overview={overview}
        mayAddNeed={mayAddNeed}
        mayWrite={mayWrite}
      />
      <KeptSections {...parts} />
    </div>
  )
}

/** What the company is: tags, facts, sites, group, and all that happened. */
export function CompanySideColumn({ company, dossier, merges, timeline, mayWrite }: CompanyPage) {
  const { t } = useText()
  return (
    <div>
      <Section
        id="tags"
        title={t('dealings:tag.title')}
        actions={mayWrite && <ButtonLink to="tags">{t('dealings:tag.choose')}</ButtonLink>}
      >
        {dossier.tags.length === 0 && <p className="text-soft">{t('dealings:tag.none')}</p>}
        <ul className="flex flex-wrap gap-2">
          {dossier.tags.map(({ id, name, tone }) => (
            <li key={id}>
              <Badge tone={tone}>{name}</Badge>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="facts" title={t('ui:details')}>
        <CompanyFacts company={company} mayDial={mayWrite} />
        {mayWrite && (
          <p className="no-print mt-2">
            <Link className="link inline-flex min-h-6 items-center" to="owner">
              {t('dealings:owner.title')}
            </Link>
          </p>
        )}
      </Section>
      <PlaceSections companyId={company.id} dossier={dossier} mayWrite={mayWrite} />
      {merges.length > 0 && (
        <Section id="merges" title={t('duplicates:earlier_names')}>
          <MergeList merges={merges} />
        </Section>
      )}
      <Section id="timeline" title={t('ui:timeline')}>
        <ActivityFeed timeline={timeline} moreFrom={`/companies/${company.id}/timeline`} />
      </Section>
    </div>
  )
}
