import type { EducationEntry } from './cv-reading'
import { datedEntries, partsOf } from './dated-entries'
import type { PlacedBlock } from './sections'

const SCHOOL =
  /(?<!\p{L})(?:university|college|school|institute|polytechnic|academy|uas|mit|caltech|uc \p{Lu}\p{L}+|eth|kth|[\p{L}-]*(?:yliopisto|korkeakoulu|opisto|lukio|koulu|instituutti|akatemia|universitet|högskola|gymnasium|institut|skola)|aalto|jamk|laurea|metropolia|haaga-helia|xamk|samk|tamk|seamk|hamk|lab|savonia|karelia|centria|novia|arcada|hanken|lut|humak|diak|varia|omnia|gradia|tredu|sakky|savon ammattiopisto|winnova|salpaus|kpedu|sedu|vamia|optima|prakticum|axxell|careeria|keuda|hyria|kellogg|stanford|harvard|oxford|cambridge|\p{L}*amk)(?!\p{L})/iu
const DEGREE =
  /(?<!\p{L})(?:bachelor|master|doctor|ph\.?d|b\.?sc|m\.?sc|b\.?a|m\.?a|mba|b\.?s|m\.?s|b\.?tech|m\.?tech|b\.?eng|m\.?eng|diploma|degree|certificate|qualification|matriculation|[\p{L}-]*(?:tutkinto|maisteri|kandidaatti|insinööri|tradenomi|ylioppilas|merkonomi|datanomi|restonomi|sosionomi|medianomi|sairaanhoitaja|lähihoitaja|artesaani|linja|koulutus|opinnot|examen|magister|kandidat|ingenjör|tradenom|student|närvårdare|sjukskötare))(?:[’']?s)?(?!\p{L})/iu
const BARE_DEGREE =
  /^(?:ph\.?d\.?|b\.?sc?\.?|m\.?sc?\.?|b\.?a\.?|m\.?a\.?|mba|b\.?tech\.?|m\.?tech\.?|b\.?eng\.?|m\.?eng\.?)$/i
const FIELDLESS_DEGREE = /^(?:bachelor|master)(?:[’']s)?(?: of (?:science|arts|engineering))?$/i

/** Degrees and schools in the order of the CV; undated ones too when the line names a degree or a school. */
export function readEducation(blocks: PlacedBlock[]): { education: EducationEntry[]; unclear: string[] } {
  const section = blocks.filter((block) => block.section === 'education')
  const dated = datedEntries(section, (parts) => parts.length >= 2 && parts.some(namesSchool))
  if (dated.length === 0) {
    const lines = section.filter(
      (block) => !block.isHeading && (SCHOOL.test(block.text) || DEGREE.test(block.text)),
    )
    return {
      education: lines.map((line) => ({ ...tellApart(partsOf(line.text)), from: null, to: null })),
      unclear: [],
    }
  }
  const education = dated.flatMap(({ parts, from, to }) => {
    const { title, school } = tellApart(parts)
    return title === null && school === null ? [] : [{ title, school, from, to }]
  })
  return { education, unclear: dated.filter(({ parts }) => parts.length === 0).map(({ source }) => source) }
}

/** "PhD Princeton University" on one line is a degree and a school. */
function splitDegree(part: string): string[] {
  const [, degree, rest] = /^(\S+)\s+(\p{Lu}.*)$/u.exec(part) ?? []
  return degree && rest && BARE_DEGREE.test(degree) && SCHOOL.test(rest) ? [degree, rest] : [part]
}

function tellApart(given: string[]): Pick<EducationEntry, 'title' | 'school'> {
  const parts = given.flatMap(splitDegree)
  const school = parts.find(namesSchool) ?? null
  const schoolAt = school === null ? -1 : parts.indexOf(school)
  const rest = parts.filter((_, index) => index !== schoolAt)
  const degreeAt = rest.findIndex((part) => DEGREE.test(part))
  const [degree = null, field] = degreeAt < 0 ? rest : rest.slice(degreeAt)
  if (school === null && parts.length > 1 && degree !== null) {
    const other = parts.find((part) => part !== degree) ?? null
    return { title: degree, school: other }
  }
  // "PhD, Computer Science" and "PhD in Computer Science" are the same degree.
  if (degree !== null && field !== undefined && (BARE_DEGREE.test(degree) || FIELDLESS_DEGREE.test(degree)))
    return { title: `${degree} in ${field}`, school }
  return { title: degree, school }
}

/** "Insinööri (AMK)" is a degree although it names a kind of school. */
const namesSchool = (part: string) => SCHOOL.test(part) && DEGREE.exec(part)?.index !== 0
