export type Taxonomy = 'esco' | 'ict'
export type ConceptKind = 'skill' | 'group' | 'occupation' | 'occupation_group'
export type LinkKind = 'broader' | 'essential' | 'optional' | 'implies'

export type Concept = {
  uri: string
  kind: ConceptKind
  code: string | null
  /** Preferred label by language code. */
  labels: Record<string, string>
  /** Other labels by language code. */
  otherLabels: Record<string, string[]>
  /** The publisher no longer recommends it. */
  obsolete: boolean
}

export type ConceptLink = { from: string; to: string; kind: LinkKind }

/** What one line of a table says. */
export type TaxonomyRow = { concepts?: Concept[]; links?: ConceptLink[] }

type TaxonomyTable = {
  taxonomy: Taxonomy
  /** Where the table lists concepts, all of this kind are expected in it; where links, all of these kinds. */
  tells: 'concepts' | 'links'
  read: (cells: string[]) => TaxonomyRow
}

/**
 * What a table is, by the names of its columns; undefined for a table that adds nothing, as the excerpts
 * ("collections") and the hierarchy of ESCO. `fileName` gives the language where the columns do not.
 */
export function taxonomyTable(header: string[], fileName: string): TaxonomyTable | undefined {
  const names = header.map((name) => name.trim())
  const at = (name: string) => names.findIndex((one) => one.toLowerCase() === name.toLowerCase())
  const has = (...wanted: string[]) => wanted.every((name) => at(name) >= 0)

  if (has('occupationUri', 'relationType', 'skillUri')) {
    return linkTable(at('occupationUri'), at('skillUri'), at('relationType'))
  }
  if (has('originalSkillUri', 'relationType', 'relatedSkillUri')) {
    return linkTable(at('originalSkillUri'), at('relatedSkillUri'), at('relationType'))
  }
  if (has('conceptUri', 'broaderUri')) return linkTable(at('conceptUri'), at('broaderUri'))
  if (has('name', 'synonyms', 'impliesKnowingSkills')) {
    return ictTable(at('name'), at('synonyms'), at('impliesKnowingSkills'))
  }
  if (!has('conceptUri') || has('broaderConceptUri')) return undefined
  if (has('preferredLabel')) {
    const language = /_([a-z]{2})\.[a-z]+$/i.exec(fileName)?.[1]?.toLowerCase() ?? 'en'
    return conceptTable(names, at, [
      { language, label: at('preferredLabel'), others: [at('altLabels'), at('hiddenLabels')] },
    ])
  }
  const labelled = names.flatMap((name, label) => {
    const language = /^(?:prefLabel_)?([a-z]{2})$/i.exec(name)?.[1]?.toLowerCase()
    return language ? [{ language, label, others: [at(`altLabels_${language}`)] }] : []
  })
  return labelled.length > 0 ? conceptTable(names, at, labelled) : undefined
}

function linkTable(from: number, to: number, relation?: number): TaxonomyTable {
  return {
    taxonomy: 'esco',
    tells: 'links',
    read: (cells) => {
      const link = { from: cells[from]?.trim() ?? '', to: cells[to]?.trim() ?? '' }
      if (link.from === '' || link.to === '') return {}
      const kind = relation === undefined ? 'broader' : cells[relation]?.trim()
      if (kind !== 'broader' && kind !== 'essential' && kind !== 'optional') return {}
      return { links: [{ ...link, kind }] }
    },
  }
}

type LabelColumns = { language: string; label: number; others: number[] }

function conceptTable(names: string[], at: (name: string) => number, columns: LabelColumns[]): TaxonomyTable {
  const [uriAt, typeAt, statusAt] = [at('conceptUri'), at('conceptType'), at('status')]
  const codeAt = at('code') >= 0 ? at('code') : names.indexOf('iscoGroup')
  return {
    taxonomy: 'esco',
    tells: 'concepts',
    read: (cells) => {
      const uri = cells[uriAt]?.trim() ?? ''
      const kind = conceptKind(cells[typeAt] ?? '', uri)
      const labels: Concept['labels'] = {}
      const otherLabels: Concept['otherLabels'] = {}
      for (const { language, label, others } of columns) {
        const preferred = cells[label]?.trim() ?? ''
        if (preferred === '') continue
        labels[language] = preferred
        const different = new Set(others.flatMap((one) => listed(cells[one])))
        different.delete(preferred)
        if (different.size > 0) otherLabels[language] = [...different]
      }
      if (uri === '' || !kind || Object.keys(labels).length === 0) return {}
      const status = cells[statusAt]?.trim() ?? ''
      const obsolete = status !== '' && status !== 'released'
      return { concepts: [{ uri, kind, code: cells[codeAt]?.trim() || null, labels, otherLabels, obsolete }] }
    },
  }
}

const kindOfType: Record<string, ConceptKind> = {
  KnowledgeSkillCompetence: 'skill',
  SkillGroup: 'group',
  Occupation: 'occupation',
  ISCOGroup: 'occupation_group',
}

function conceptKind(type: string, uri: string): ConceptKind | undefined {
  const said = kindOfType[type.trim()]
  if (said) return said
  if (uri.includes('/isco/')) return 'occupation_group'
  if (uri.includes('/isced-f/')) return 'group'
  if (uri.includes('/occupation/')) return 'occupation'
  return uri.includes('/skill/') ? 'skill' : undefined
}

/** A list of skills by name with synonyms and what knowing each implies. */
function ictTable(name: number, synonyms: number, implies: number): TaxonomyTable {
  return {
    taxonomy: 'ict',
    tells: 'concepts',
    read: (cells) => ictSkill(cells[name] ?? '', listed(cells[synonyms]), listed(cells[implies])),
  }
}

/** One skill of a list by name; its address is made of the name. */
export function ictSkill(written: string, synonyms: string[], implies: string[]): TaxonomyRow {
  const label = written.trim()
  if (label === '') return {}
  const uri = ictUri(label)
  const others = [...new Set(synonyms)].filter((other) => other !== label)
  return {
    concepts: [
      {
        uri,
        kind: 'skill',
        code: null,
        labels: { en: label },
        otherLabels: others.length > 0 ? { en: others } : {},
        obsolete: false,
      },
    ],
    links: implies.map((to) => ({ from: uri, to: ictUri(to), kind: 'implies' })),
  }
}

const ictUri = (label: string) => `ict:${encodeURIComponent(label)}`

/** Several values in a cell stand on lines of their own or between bars. */
function listed(cell = ''): string[] {
  return cell
    .split(/[\n|]/)
    .map((value) => value.trim())
    .filter((value) => value !== '')
}
