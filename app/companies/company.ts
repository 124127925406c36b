import { z } from 'zod'
import { normalisePhone, normaliseWebsite } from '~/platform/contact-details'
import { optionalDay, optionalEmail, optionalText, text, version } from '~/platform/fields'
import { readBusinessId } from './business-id'
import { legalForms } from './legal-form'
import { sizeBands } from './size-band'

export const companyCategories = ['ict', 'headhunter', 'social_enterprise', 'manufacturing', 'other'] as const
export const growths = ['growing', 'steady', 'shrinking'] as const
export type Growth = (typeof growths)[number]
/** Why a company has no business ID. */
export const absentIds = ['not_registered', 'foreign', 'not_known'] as const
export type AbsentId = (typeof absentIds)[number]
export const contactLanguages = ['fi', 'sv', 'en'] as const

/** A telephone number however written; the value is E.164. */
export const optionalPhone = () => optionalReading(normalisePhone, 'errors:phone', 40)

const optionalWebsite = () => optionalReading(normaliseWebsite, 'errors:url', 300)

/** A business ID however written; the value is the register's form. */
export const optionalBusinessId = () =>
  optionalReading(
    (written) => {
      const reading = readBusinessId(written)
      return reading.ok ? reading.businessId : null
    },
    'errors:business_id',
    20,
  )

function optionalReading(read: (written: string) => string | null, error: string, longest: number) {
  return optionalText(longest).transform((written, context) => {
    if (!written) return undefined
    const value = read(written)
    if (value !== null) return value
    context.addIssue({ code: 'custom', message: error })
    return z.NEVER
  })
}

/** A company as people fill it in; the business ID may still be unknown. */
export const CompanyForm = z.object({
  name: text(200),
  businessId: optionalBusinessId(),
  noBusinessId: z.enum(absentIds).optional(),
  form: z.enum(legalForms).optional(),
  category: z.enum(companyCategories),
  industry: optionalText(200),
  industryCode: optionalText(10),
  industryCode2025: optionalText(10),
  registeredOn: optionalDay(),
  municipality: optionalText(80),
  street: optionalText(200),
  postcode: z
    .string()
    .regex(/^\d{5}$/, { error: 'companies:error.postcode' })
    .optional(),
  website: optionalWebsite(),
  phone: optionalPhone(),
  email: optionalEmail(),
  language: z.enum(contactLanguages),
  sizeBand: z.enum(sizeBands).optional(),
  growth: z.enum(growths).optional(),
  growthSource: optionalText(200),
  funded: optionalText(200),
  description: optionalText(2000),
})
export type CompanyForm = z.output<typeof CompanyForm>

/** `isNew` says that it is none of the known companies like it. */
export const NewCompanyForm = CompanyForm.extend({ isNew: z.literal('on').optional() })

export const CompanyChangeForm = CompanyForm.extend({ version: version() })
export type CompanyChangeForm = z.output<typeof CompanyChangeForm>

export const contactSources = ['list', 'call', 'event', 'personal_network', 'website', 'other'] as const

/** A person at a company; the role is what they do there, as they say it. */
export const ContactForm = z.object({
  name: text(200),
  role: optionalText(100),
  email: optionalEmail(),
  phone: optionalPhone(),
  language: z.enum(contactLanguages).optional(),
  source: z.enum(contactSources).optional(),
  informedOn: optionalDay(),
  note: optionalText(500),
})
export type ContactForm = z.output<typeof ContactForm>

export const ContactChangeForm = ContactForm.extend({ version: version() })
export type ContactChangeForm = z.output<typeof ContactChangeForm>

export const ContactLeftForm = z.object({ version: version() })
