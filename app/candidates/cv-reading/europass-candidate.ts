import { monthOfIsoDate, type StructuredCv } from './structured-cv'
import { childrenOf, descend, findAll, textOf, type XmlElement } from './xml'

/** ISO 639-2 codes of the languages that CVs here name, to English names. */
const LANGUAGE_OF_CODE: Record<string, string> = {
  fin: 'Finnish',
  swe: 'Swedish',
  eng: 'English',
  deu: 'German',
  ger: 'German',
  fra: 'French',
  fre: 'French',
  spa: 'Spanish',
  ita: 'Italian',
  por: 'Portuguese',
  rus: 'Russian',
  est: 'Estonian',
  lav: 'Latvian',
  lit: 'Lithuanian',
  ukr: 'Ukrainian',
  pol: 'Polish',
  nor: 'Norwegian',
  dan: 'Danish',
  nld: 'Dutch',
  dut: 'Dutch',
  ara: 'Arabic',
  fas: 'Persian',
  per: 'Persian',
  kur: 'Kurdish',
  som: 'Somali',
  tur: 'Turkish',
  vie: 'Vietnamese',
  tha: 'Thai',
  zho: 'Chinese',
  chi: 'Chinese',
  jpn: 'Japanese',
  hin: 'Hindi',
  nep: 'Nepali',
  ron: 'Romanian',
  rum: 'Romanian',
  hun: 'Hungarian',
  ell: 'Greek',
  gre: 'Greek',
  sqi: 'Albanian',
  alb: 'Albanian',
}

/** Reads the Europass XML of 2020 onwards: a `Candidate` in HR Open terms. Descriptions hold escaped HTML. */
export function readEuropassCandidate(candidate: XmlElement): StructuredCv {
  const person = descend(candidate, 'CandidatePerson')
  const profile = descend(candidate, 'CandidateProfile')
  const name = descend(person, 'PersonName')
  const text = (element: XmlElement | undefined, ...path: string[]) => textOf(descend(element, ...path))
  const licences = findAll(profile, 'LicenseTypeCode').map(textOf)
  const personal = [
    ...findAll(person, 'Communication').map((channel) => communicationLine(channel)),
    ...labelled('Date of birth', text(person, 'BirthDate')),
    ...labelled('Gender', text(person, 'GenderCode')),
    ...findAll(person, 'NationalityCode').flatMap((code) => labelled('Nationality', textOf(code))),
    ...labelled('Driving licence', licences.join(', ')),
  ]
  return {
    name: [text(name, 'GivenName'), text(name, 'FamilyName')].filter(Boolean).join(' '),
    headline: '',
    personal: personal.filter((line) => line !== ''),
    summary: text(profile, 'ExecutiveSummary'),
    work: findAll(profile, 'EmployerHistory').flatMap((employer) =>
      childrenOf(employer, 'PositionHistory').map((position) => ({
        title: text(position, 'PositionTitle') || null,
        employer: text(employer, 'OrganizationName') || null,
        ...periodOf(descend(position, 'EmploymentPeriod') ?? descend(employer, 'EmploymentPeriod')),
        descriptions: [text(position, 'Description')],
      })),
    ),
    education: findAll(profile, 'EducationOrganizationAttendance').map((study) => {
      const { from, to } = periodOf(descend(study, 'AttendancePeriod'))
      return {
        title: text(study, 'EducationDegree', 'DegreeName') || null,
        school: text(study, 'OrganizationName') || null,
        from,
        to,
        descriptions: [text(study, 'EducationDegree', 'OccupationalSkillsCovered')],
      }
    }),
    languages: [
      ...findAll(person, 'PrimaryLanguageCode').map((code) => `${languageName(textOf(code))}: mother tongue`),
      ...findAll(descend(profile, 'PersonQualifications'), 'PersonCompetency')
        .filter((competency) => text(competency, 'TaxonomyID') === 'language')
        .map((competency) => {
          const levels = findAll(competency, 'ScoreText').map(textOf).join(', ')
          return [languageName(text(competency, 'CompetencyID')), levels].filter(Boolean).join(': ')
        }),
    ],
    certificates: findAll(profile, 'Certification').map((certificate) =>
      [
        text(certificate, 'CertificationName'),
        findAll(certificate, 'FormattedDateTime').map(textOf)[0]?.slice(0, 4),
      ]
        .filter(Boolean)
        .join(', '),
    ),
    skills: [
      ...findAll(descend(profile, 'Skills'), 'CompetencyName').map((skill) => `• ${textOf(skill)}`),
      ...findAll(profile, 'Other').map((other) => text(other, 'Description')),
    ],
    others: [],
    hasPhoto: findAll(candidate, 'EmbeddedData').length > 0,
  }
}

function communicationLine(channel: XmlElement): string {
  const kind = textOf(descend(channel, 'ChannelCode')) || 'Address'
  const parts = [
    'DialNumber',
    'URI',
    'FormattedNumber',
    'CountryDialing',
    'AddressLine',
    'CityName',
    'PostalCode',
    'CountryCode',
  ]
    .flatMap((part) => findAll(channel, part).map(textOf))
    .filter(Boolean)
  return parts.length > 0 ? `${kind}: ${parts.join(' ')}` : ''
}

function periodOf(period: XmlElement | undefined) {
  const from = monthOfIsoDate(textOf(descend(period, 'StartDate', 'FormattedDateTime')))
  const to = monthOfIsoDate(textOf(descend(period, 'EndDate', 'FormattedDateTime')))
  const marks = ['CurrentIndicator', 'Ongoing'].map((mark) => textOf(descend(period, mark)))
  return { from, to, ongoing: to === null && marks.includes('true') }
}

const languageName = (code: string) => LANGUAGE_OF_CODE[code.toLowerCase()] ?? code
const labelled = (label: string, value: string) => (value === '' ? [] : [`${label}: ${value}`])
