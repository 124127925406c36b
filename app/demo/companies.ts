import { inventPerson, nameMaker, slugOf } from './company-names'
import { DEMO_ACCOUNTS } from './demo-accounts'
import { businessIdMaker, phoneMaker } from './register-numbers'
import type { Row } from './row-collection'
import type { Staff } from './staff'
import type { Story } from './story'

export type Person = { id: string; name: string; email: string }
export type Company = {
  id: string
  name: string
  slug: string
  language: 'fi' | 'sv' | 'en'
  municipality: string
  keywords: string[]
  contacts: Person[]
}

/** What is said of a company when it is more than a row of a list. */
export type CompanyWords = {
  name: string
  municipality: string
  language?: Company['language']
  form?: string
  category?: string
  industry: string
  description?: string
  keywords?: string[]
  sizeBand?: string
  growth?: string
  funded?: string
  contacts: { name: string; role: string }[]
}

export type Trade = { fi: string; sv: string; industry: string; keywords: string[]; category?: string }

const places = [
  'Espoo',
  'Espoo',
  'Espoo',
  'Helsinki',
  'Helsinki',
  'Vantaa',
  'Kauniainen',
  'Kirkkonummi',
] as const
const streets = [
  'Haapakuja',
  'Kaivokatu',
  'Kanavaranta',
  'Lehmustie',
  'Myllynkivenkuja',
  'Pajakatu',
  'Tuulimyllyntie',
] as const
const roles = [
  'toimitusjohtaja',
  'perustaja',
  'teknologiajohtaja',
  'tiiminvetäjä',
  'palvelupäällikkö',
] as const
const swedishRoles = ['verkställande direktör', 'grundare', 'utvecklingschef', 'teamledare'] as const
const fundings = [
  'siemenrahoitus',
  'kasvurahoitus, sijoittajat',
  'tutkimus- ja kehitysrahoitus',
  'yrityskehityslaina',
] as const

/** The address by which somebody of the demonstration signs in: the one their company's contact has too. */
const accountOf = (name: string) => DEMO_ACCOUNTS.find((account) => account.name === name)?.email

export type CompanyBook = ReturnType<typeof openCompanyBook>

/** Where the demonstration's companies come from, each with a name, a number and an address of its own. */
export function openCompanyBook(story: Story, staff: Staff) {
  const { random } = story
  const inventName = nameMaker(random)
  const { write, addContact } = companyWriter(story, staff)

  return {
    /** A company the story tells more about, with its people. */
    describe(words: CompanyWords, madeAt: Date): Company {
      const company: Company = {
        id: story.id(madeAt),
        name: words.name,
        slug: slugOf(words.name.replace(/ (Oy|Ab|Osk)$/, '')),
        language: words.language ?? 'fi',
        municipality: words.municipality,
        keywords: words.keywords ?? [],
        contacts: [],
      }
      write(company, madeAt, { ...factsOf(words), owner_id: staff.liaison })
      for (const person of words.contacts) addContact(company, person, madeAt)
      return company
    },
    /** A company known from a list only. */
    invent(trade: Trade, madeAt: Date): Company {
      const language = random.chance(0.12) ? 'sv' : 'fi'
      const { name, slug, form } = inventName(trade, language)
      const municipality = random.pick(places)
      const company: Company = {
        id: story.id(madeAt),
        name,
        slug,
        language,
        municipality,
        keywords: trade.keywords,
        contacts: [],
      }
      write(company, madeAt, {
        form,
        industry: trade.industry,
        size_band: random.pick(['1-4', '5-9', '5-9', '10-49', '10-49', '50-249']),
        growth: random.pick(['growing', 'growing', 'steady', 'shrinking', null]),
        growth_source: 'tilinpäätös',
        funded: trade.category ? null : random.chance(0.25) ? random.pick(fundings) : null,
        ...(trade.category && { category: trade.category }),
      })
      return company
    },
    /** Somebody at a company, by a name of its language. */
    inventContact(company: Company, madeAt: Date, source = 'call'): void {
      const language = company.language === 'sv' ? 'sv' : 'fi'
      const role = random.pick(language === 'sv' ? swedishRoles : roles)
      addContact(company, { name: inventPerson(random, language), role }, madeAt, source)
    },
    addContact,
  }
}

function factsOf(words: CompanyWords) {
  return {
    form: words.form ?? 'oy',
    category: words.category ?? 'ict',
    industry: words.industry,
    description: words.description ?? null,
    size_band: words.sizeBand ?? '10-49',
    growth: words.growth ?? 'growing',
    growth_source: 'tilinpäätös',
    funded: words.funded ?? null,
  }
}

/** Writes companies and their people as rows of the liaison, each with a line of the timeline. */
function companyWriter(story: Story, staff: Staff) {
  const { random, rows } = story
  const nextBusinessId = businessIdMaker()
  const nextPhone = phoneMaker()

  const write = (company: Company, madeAt: Date, more: Partial<Row<'company'>>) => {
    rows.add('company', {
      id: company.id,
      business_id: nextBusinessId(),
      name: company.name,
      form: 'oy',
      municipality: company.municipality,
      street: `${random.pick(streets)} ${random.whole(1, 48)}`,
      postcode: `0${random.whole(11, 27)}${random.whole(0, 9)}0`,
      registered_on: `${random.whole(2004, 2023)}-0${random.whole(1, 9)}-1${random.whole(0, 9)}`,
      website: `https://${company.slug}.example`,
      phone: nextPhone(),
      email: `info@${company.slug}.example`,
      language: company.language,
      category: 'ict',
      created_by: staff.liaison,
      created_at: madeAt,
      ...more,
    })
    story.tell(madeAt, staff.liaison, 'company_imported', ['company', company.id], { companyId: company.id })
  }

  const addContact = (
    company: Company,
    person: { name: string; role: string },
    madeAt: Date,
    source = 'list',
  ) => {
    const id = story.id(madeAt)
    const email =
      accountOf(person.name) ?? `${slugOf(person.name).replaceAll('-', '.')}@${company.slug}.example`
    rows.add('contact', {
      id,
      company_id: company.id,
      name: person.name,
      role: person.role,
      email,
      phone: nextPhone(),
      language: company.language,
      source,
      created_by: staff.liaison,
      created_at: madeAt,
    })
    story.tell(madeAt, staff.liaison, 'contact_added', ['contact', id], { companyId: company.id })
    company.contacts.push({ id, name: person.name, email })
  }

  return { write, addContact }
}
