import { childrenAt, isObject, type Json, stringAt } from './json-values'
import { monthOfIsoDate, type StructuredCv } from './structured-cv'

/** True for a document in the JSON Resume form. Adverts and other JSON have neither of its marks. */
export const isJsonResume = (document: unknown): document is Json =>
  isObject(document) &&
  (isObject(document.basics) || (Array.isArray(document.work) && Array.isArray(document.education)))

/** Reads JSON Resume 1.0. */
export function readJsonResume(document: Json): StructuredCv {
  const basics = isObject(document.basics) ? document.basics : {}
  return {
    name: stringAt(basics, 'name'),
    headline: stringAt(basics, 'label'),
    personal: personalLines(basics),
    summary: stringAt(basics, 'summary'),
    work: childrenAt(document, 'work').map((job) => ({
      title: stringAt(job, 'position') || null,
      employer: stringAt(job, 'name') || stringAt(job, 'company') || null,
      ...periodOf(job),
      descriptions: [...texts(job, 'description', 'summary'), ...items(job, 'highlights')],
    })),
    education: childrenAt(document, 'education').map((study) => {
      const { from, to } = periodOf(study)
      return {
        title: texts(study, 'studyType', 'area').join(' in ') || null,
        school: stringAt(study, 'institution') || null,
        from,
        to,
        descriptions: items(study, 'courses'),
      }
    }),
    languages: childrenAt(document, 'languages').map((language) =>
      labelled(stringAt(language, 'language'), stringAt(language, 'fluency')),
    ),
    certificates: childrenAt(document, 'certificates').map((certificate) =>
      [...texts(certificate, 'name', 'issuer'), stringAt(certificate, 'date').slice(0, 4)]
        .filter(Boolean)
        .join(', '),
    ),
    skills: childrenAt(document, 'skills').flatMap((skill) => [
      `• ${texts(skill, 'name', 'level').join(': ')}`,
      ...items(skill, 'keywords'),
    ]),
    others: [
      section('Projects', document, 'projects', ['name', 'description'], ['highlights', 'keywords']),
      section('Volunteering', document, 'volunteer', ['position', 'organization', 'summary'], ['highlights']),
      section('Publications', document, 'publications', ['name', 'summary'], []),
      section('Awards', document, 'awards', ['title', 'awarder', 'summary'], []),
      section('Interests', document, 'interests', ['name'], ['keywords']),
      section('References', document, 'references', ['name', 'reference'], []),
    ],
    hasPhoto: stringAt(basics, 'image') !== '',
  }
}

function personalLines(basics: Json): string[] {
  const address = ['address', 'postalCode', 'city', 'region', 'countryCode']
    .map((key) => stringAt(basics, 'location', key))
    .filter(Boolean)
    .join(', ')
  return [
    stringAt(basics, 'email'),
    labelled('Phone', stringAt(basics, 'phone')),
    stringAt(basics, 'url'),
    labelled('Address', address),
    ...childrenAt(basics, 'profiles').map(
      (profile) =>
        `${stringAt(profile, 'network')}: ${stringAt(profile, 'username')} ${stringAt(profile, 'url')}`,
    ),
  ]
}

function section(heading: string, document: Json, key: string, textKeys: string[], itemKeys: string[]) {
  const lines = childrenAt(document, key).flatMap((entry) => [
    ...texts(entry, ...textKeys),
    ...itemKeys.flatMap((itemKey) => items(entry, itemKey)),
  ])
  return { heading, lines }
}

function periodOf(entry: Json) {
  const from = monthOfIsoDate(stringAt(entry, 'startDate'))
  const to = monthOfIsoDate(stringAt(entry, 'endDate'))
  return { from, to, ongoing: from !== null && to === null }
}

const labelled = (label: string, value: string) =>
  value === '' ? (label === 'Phone' || label === 'Address' ? '' : label) : `${label}: ${value}`
const texts = (entry: Json, ...keys: string[]) => keys.map((key) => stringAt(entry, key)).filter(Boolean)
const items = (entry: Json, key: string) => {
  const list = entry[key]
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string').map((item) => `• ${item}`) : []
}
