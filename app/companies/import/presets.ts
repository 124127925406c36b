import { foldHeading } from './column-headings'
import type { CompanyField } from './company-field'

export const presetIds = ['register', 'vainu', 'hubspot', 'salesforce', 'own'] as const
export type PresetId = (typeof presetIds)[number]

/** A table that a known system writes: `marks` are headings that only it has together. */
type Preset = {
  id: PresetId
  marks: readonly string[][]
  columns: Readonly<Record<string, CompanyField>>
  /** Headings that look like a field of ours and are something else. */
  others: readonly string[]
}

const presets: readonly Preset[] = [
  {
    id: 'own',
    marks: [
      ['ytunnus', 'yrityksennimi', 'kuntataipostitoimipaikka', 'asiointikieli'],
      ['fonummer', 'foretagetsnamn', 'kommunellerort', 'kontaktsprak'],
      ['businessid', 'companyname', 'municipalityortown', 'contactlanguage'],
    ],
    columns: {},
    others: [],
  },
  {
    id: 'register',
    marks: [
      ['ytunnus', 'nimi', 'yhtiomuoto', 'toimiala'],
      ['businessid', 'name', 'companyform', 'registrationdate'],
      ['businessid', 'name', 'mainbusinessline'],
      ['businessid', 'name', 'url'],
    ],
    columns: { nimi: 'name', name: 'name', url: 'website', website: 'website' },
    others: ['tradeRegisterStatus', 'status', 'tila', 'enddate', 'lastmodified'].map(foldHeading),
  },
  {
    id: 'vainu',
    marks: [
      ['vainuid'],
      ...['company', 'companyname'].flatMap((name) =>
        [
          'turnover',
          'staffnumber',
          'visitingcity',
          'visitingaddresscity',
          'officialindustry',
          'numberofemployees',
          'prospectlists',
        ].map((fact) => [name, 'businessid', fact]),
      ),
    ],
    columns: {
      businessid: 'business_id',
      company: 'name',
      companyname: 'name',
      officialindustry: 'industry',
      officialindustrycode: 'industry_code',
      staffnumber: 'employees',
      numberofemployees: 'employees',
      domain: 'website',
      visitingaddresscity: 'municipality',
      visitingcity: 'municipality',
      visitingaddressstreet: 'street',
      visitingstreet: 'street',
      visitingaddress: 'street',
      visitingaddresspostalcode: 'postcode',
      visitingpostalcode: 'postcode',
      visitingzipcode: 'postcode',
      visitingpostcode: 'postcode',
      turnovergrowth: 'growth',
      revenuegrowth: 'growth',
      funding: 'funded',
      phone: 'phone',
      email: 'email',
      description: 'web_text',
      technologies: 'keywords',
    },
    others: ['vainuid', 'turnover', 'revenue', 'country', 'visitingcountry', 'ceo', 'prospectlists'],
  },
  {
    id: 'hubspot',
    marks: [
      ['recordid', 'companyname', 'companyowner'],
      ['recordid', 'companyname', 'companydomainname'],
    ],
    columns: {
      companyname: 'name',
      companydomainname: 'website',
      phonenumber: 'phone',
      city: 'municipality',
      streetaddress: 'street',
      postalcode: 'postcode',
      industry: 'industry',
      numberofemployees: 'employees',
      description: 'web_text',
      aboutus: 'web_text',
      webtechnologies: 'keywords',
      totalmoneyraised: 'funded',
    },
    others: ['recordid', 'companyowner', 'createdate', 'lastactivitydate', 'leadstatus', 'countryregion'],
  },
  {
    id: 'salesforce',
    marks: [
      ['accountname', 'billingcity'],
      ['accountname', 'accountowner'],
      ['accountid', 'accountname'],
    ],
    columns: {
      accountname: 'name',
      billingcity: 'municipality',
      billingstreet: 'street',
      billingzippostalcode: 'postcode',
      billingpostalcode: 'postcode',
      phone: 'phone',
      website: 'website',
      industry: 'industry',
      employees: 'employees',
      description: 'web_text',
      accountdescription: 'web_text',
    },
    others: [
      'accountid',
      'accountowner',
      'lastactivity',
      'lastmodifieddate',
      'type',
      'rating',
      'accountsite',
    ],
  },
]

/** The system whose headings these are, or undefined. */
export function findPreset(header: string[]): Preset | undefined {
  const folded = new Set(header.map(foldHeading))
  return presets.find(({ marks }) => marks.some((mark) => mark.every((heading) => folded.has(heading))))
}
