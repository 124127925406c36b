import { childrenAt, isObject, type Json, stringAt, valueAt } from './json-values'
import { monthOfParts, type StructuredCv } from './structured-cv'
import { childrenOf, textOf, type XmlElement } from './xml'

/** True for the Europass JSON of 2013 to 2020. */
export const isSkillsPassport = (document: unknown): document is Json =>
  isObject(valueAt(document, 'SkillsPassport'))

/**
 * The Europass of 2013 to 2020 (schema 3) as XML, turned into the shape of its JSON: `XList` holds the list X,
 * dates stand in attributes as `--10`.
 */
export function passportJsonOfXml(passport: XmlElement): Json {
  return { SkillsPassport: jsonOf(passport) }
}

function jsonOf(element: XmlElement): unknown {
  const children = childrenOf(element)
  const { year, month, day } = element.attributes
  if (year !== undefined) return { Year: year, Month: month, Day: day }
  if (children.length === 0) return textOf(element)
  const json: Json = {}
  for (const child of children) {
    const isList = child.name.endsWith('List')
    json[isList ? child.name.slice(0, -'List'.length) : child.name] = isList
      ? childrenOf(child).map(jsonOf)
      : jsonOf(child)
  }
  return json
}

/** Reads the JSON form. Only what the person filled in is there; printing preferences do not matter. */
export function readSkillsPassport(document: Json): StructuredCv {
  const learner = valueAt(document, 'SkillsPassport', 'LearnerInfo')
  const identification = valueAt(learner, 'Identification')
  const skills = valueAt(learner, 'Skills')
  const names = ['FirstName', 'Surname'].map((part) => stringAt(identification, 'PersonName', part))
  return {
    name: names.filter(Boolean).join(' '),
    headline: stringAt(learner, 'Headline', 'Description', 'Label'),
    personal: personalLines(identification, skills),
    summary: '',
    work: childrenAt(learner, 'WorkExperience').map((job) => ({
      title: stringAt(job, 'Position', 'Label') || null,
      employer: stringAt(job, 'Employer', 'Name') || null,
      ...periodOf(job),
      descriptions: [stringAt(job, 'Activities')],
    })),
    education: childrenAt(learner, 'Education').map((study) => {
      const { from, to } = periodOf(study)
      return {
        title: stringAt(study, 'Title') || null,
        school: stringAt(study, 'Organisation', 'Name') || null,
        from,
        to,
        descriptions: [stringAt(study, 'Activities')],
      }
    }),
    languages: languageLines(skills),
    certificates: [],
    skills: ['JobRelated', 'Computer', 'Communication', 'Organisational', 'Other'].map((kind) =>
      stringAt(skills, kind, 'Description'),
    ),
    others: childrenAt(learner, 'Achievement').map((achievement) => ({
      heading: stringAt(achievement, 'Title', 'Label') || 'Other',
      lines: [stringAt(achievement, 'Description')],
    })),
    hasPhoto: isObject(valueAt(identification, 'Photo')),
  }
}

function personalLines(identification: unknown, skills: unknown): string[] {
  const contact = valueAt(identification, 'ContactInfo')
  const demographics = valueAt(identification, 'Demographics')
  const lines = [
    ['Address', addressOf(contact)],
    ['Email', stringAt(contact, 'Email', 'Contact')],
    ...childrenAt(contact, 'Telephone').map((phone) => ['Phone', stringAt(phone, 'Contact')]),
    ...childrenAt(contact, 'Website').map((site) => ['Website', stringAt(site, 'Contact')]),
    ...childrenAt(contact, 'InstantMessaging').map((account) => ['Messaging', stringAt(account, 'Contact')]),
    ['Date of birth', dayOf(valueAt(demographics, 'Birthdate'))],
    ['Gender', stringAt(demographics, 'Gender', 'Label') || stringAt(demographics, 'Gender', 'Code')],
    ...childrenAt(demographics, 'Nationality').map((nation) => ['Nationality', stringAt(nation, 'Label')]),
    ['Driving licence', drivingCategories(skills)],
  ]
  return lines.filter(([, value]) => value !== '').map(([label, value]) => `${label}: ${value}`)
}

function addressOf(contact: unknown): string {
  return ['AddressLine', 'AddressLine2', 'PostalCode', 'Municipality']
    .map((key) => stringAt(contact, 'Address', 'Contact', key))
    .concat(stringAt(contact, 'Address', 'Contact', 'Country', 'Label'))
    .filter(Boolean)
    .join(' ')
}

function languageLines(skills: unknown): string[] {
  const parts = ['Listening', 'Reading', 'SpokenInteraction', 'SpokenProduction', 'Writing']
  return [
    ...childrenAt(skills, 'Linguistic', 'MotherTongue').map(
      (language) => `${stringAt(language, 'Description', 'Label')}: mother tongue`,
    ),
    ...childrenAt(skills, 'Linguistic', 'ForeignLanguage').map((language) => {
      const levels = parts.map((part) => stringAt(language, 'ProficiencyLevel', part)).filter(Boolean)
      return [stringAt(language, 'Description', 'Label'), levels.join(', ')].filter(Boolean).join(': ')
    }),
  ]
}

function periodOf(entry: Json) {
  const from = monthOfParts(
    valueAt(entry, 'Period', 'From', 'Year'),
    valueAt(entry, 'Period', 'From', 'Month'),
  )
  const to = monthOfParts(valueAt(entry, 'Period', 'To', 'Year'), valueAt(entry, 'Period', 'To', 'Month'))
  const current = valueAt(entry, 'Period', 'Current')
  return { from, to, ongoing: to === null && (current === true || current === 'true') }
}

function dayOf(date: unknown): string {
  const digits = ['Day', 'Month', 'Year'].map((part) => stringAt(date, part).replace(/\D/g, ''))
  return digits.filter(Boolean).join('.')
}

function drivingCategories(skills: unknown): string {
  const categories = valueAt(skills, 'Driving', 'Description')
  if (Array.isArray(categories))
    return categories.filter((category) => typeof category === 'string').join(', ')
  return stringAt(skills, 'Driving', 'Description')
}
