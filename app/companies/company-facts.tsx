import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Card, Facts } from '~/ui/page'
import type { Company } from './companies.server'
import { DialLink } from './dial-link'
import type { LegalForm } from './legal-form'

/** What is written of a company; the code values in words. */
export function CompanyFacts({ company, mayDial }: { company: Company; mayDial: boolean }) {
  const { t, format } = useText()
  const address = [company.street, [company.postcode, company.municipality].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ')
  const growth = company.growth && t(`companies:growths.${company.growth as 'growing'}`)
  return (
    <Card>
      <Facts
        facts={[
          { label: t('companies:category'), value: t(`companies:categories.${company.category as 'ict'}`) },
          {
            label: t('companies:form'),
            value: company.form && t(`companies:forms.${company.form as LegalForm}`),
          },
          {
            label: t('companies:industry'),
            value: [company.industryCode, company.industry].filter(Boolean).join(' '),
          },
          { label: t('prospects:industry_code_2025'), value: company.industryCode2025 },
          { label: t('companies:address'), value: address },
          {
            label: t('ui:phone'),
            value: company.phone && (
              <Reach
                dial={mayDial ? `/companies/${company.id}/dial/company` : undefined}
                text={company.phone}
                suppressed={company.callSuppressed}
              />
            ),
          },
          {
            label: t('ui:email'),
            value: company.email && (
              <Reach
                mail={mayDial ? `/companies/${company.id}/mail/company` : undefined}
                text={company.email}
                suppressed={company.mailSuppressed}
              />
            ),
          },
          {
            label: t('companies:website'),
            value: company.website && (
              <a className="link" href={company.website} rel="noreferrer">
                {company.website.replace(/^https?:\/\/(www\.)?/, '')}
              </a>
            ),
          },
          { label: t('companies:language'), value: t(`ui:languages.${company.language as 'fi'}`) },
          {
            label: t('companies:size'),
            value: company.sizeBand && t(`companies:sizes.${company.sizeBand as '1-4'}`),
          },
          { label: t('companies:growth'), value: [growth, company.growthSource].filter(Boolean).join(' · ') },
          { label: t('companies:funded'), value: company.funded },
          {
            label: t('companies:registered_on'),
            value: company.registeredOn && format.day(company.registeredOn),
          },
          { label: t('companies:owner'), value: company.ownerName },
          { label: t('companies:description'), value: company.description },
        ]}
      />
    </Card>
  )
}

function Reach({
  mail,
  dial,
  text,
  suppressed,
}: {
  mail?: string
  dial?: string
  text: string
  suppressed: unknown
}) {
  if (suppressed) return <s>{text}</s>
  if (dial) return <DialLink to={dial}>{text}</DialLink>
  if (!mail) return text
  return (
    <Link className="link" to={mail}>
      {text}
    </Link>
  )
}
