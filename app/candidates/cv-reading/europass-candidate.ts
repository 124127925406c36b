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
  return {
    name: [textAt(name, 'GivenName'), textAt(name, 'FamilyName')].filter(Boolean).join(' '),
    headline: '',
    personal: personalLines(person, profile),
    summary: textAt(profile, 'ExecutiveSummary'),
    work: findAll(profile, 'EmployerHistory').flatMap(jobsAt),
    education: findAll(profile, 'EducationOrganizationAttendance').map(readStudy),
    languages: languageLines(person, profile),
    certificates: findAll(profile, 'Certification').map(certificateLine),
    skills: [
      ...findAll(descend(profile, 'Skills'), 'CompetencyName').map((skill) => `• ${textOf(skill)}`),
      ...findAll(profile, 'Other').map((other) => textAt(other, 'Description')),
    ],
    others: [],
    hasPhoto: findAll(candidate, 'EmbeddedData').length > 0,
  }
}

function personalLines(person: XmlElement | undefined, profile: XmlElement | undefined): string[] {
  const licences = findAll(profile, 'LicenseTypeCode').map(textOf)
  const lines = [
    ...findAll(person, 'Communication').map(communicationLine),
    ...labelled('Date of birth', textAt(person, 'BirthDate')),
    ...labelled('Gender', textAt(person, 'GenderCode')),
    ...findAll(person, 'NationalityCode').flatMap((code) => labelled('Nationality', textOf(code))),
    ...labelled('Driving licence', licences.join(', ')),
  ]
  return lines.filter((line) => line !== '')
}

function jobsAt(employer: XmlElement) {
  return childrenOf(employer, 'PositionHistory').map((position) => ({
    title: textAt(position, 'PositionTitle') || null,
    employer: textAt(employer, 'OrganizationName') || null,
    ...periodOf(descend(position, 'EmploymentPeriod') ?? descend(employer, 'EmploymentPeriod')),
    descriptions: [textAt(position, 'Description')],
  }))
}

function readStudy(study: XmlElement) {
  const { from, to } = periodOf(descend(study, 'AttendancePeriod'))
  return {
    title: textAt(study, 'EducationDegree', 'DegreeName') || null,
    school: textAt(study, 'OrganizationName') || null,
    from,
    to,
    descriptions: [textAt(study, 'EducationDegree', 'OccupationalSkillsCovered')],
  }
}

function languageLines(person: XmlElement | undefined, profile: XmlElement | undefined): string[] {
  const foreign = findAll(descend(profile, 'PersonQualifications'), 'PersonCompetency').filter(
    (competency) => textAt(competency, 'TaxonomyID') === 'language',
  )
  return [
    ...findAll(person, 'PrimaryLanguageCode').map((code) => `${languageName(textOf(code))}: mother tongue`),
    ...foreign.map((competency) => {
      const levels = findAll(competency, 'ScoreText').map(textOf).join(', ')
      return [languageName(textAt(competency, 'CompetencyID')), levels].filter(Boolean).join(': ')
    }),
  ]
}

function certificateLine(certificate: XmlElement): string {
  const year = findAll(certificate, 'FormattedDateTime').map(textOf)[0]?.slice(0, 4)
  return [textAt(certificate, 'CertificationName'), year].filter(Boolean).join(', ')
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

const textAt = (element: XmlElement | undefined, ...path: string[]) => textOf(descend(element, ...path))
const languageName = (code: string) => LANGUAGE_OF_CODE[code.toLowerCase()] ?? code
const labelled = (label: string, value: string) => (value === '' ? [] : [`${label}: ${value}`])
