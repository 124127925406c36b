import type { ScriptFacts } from './script'

/** What is known of a company that its script may speak of. */
type ScriptCompany = {
  name: string
  form: string | null
  industry: string | null
  municipality: string | null
  sizeBand: string | null
  growth: string | null
  funded: string | null
  contactName: string | null
  keywords: readonly string[]
  earlierProject: boolean
}

/** The values and conditions of a script for one company, rung by `caller`. */
export function scriptFacts(
  company: ScriptCompany,
  call: { caller: string; source: string | null; project: string; attempts: number; peopleFit: boolean },
): ScriptFacts {
  return {
    values: {
      company: company.name,
      contact: company.contactName,
      caller: call.caller,
      source: call.source,
      project: call.project,
      municipality: company.municipality,
      industry: company.industry,
      keyword: company.keywords[0] ?? null,
    },
    conditions: {
      returning_partner: company.earlierProject,
      sole_trader: company.form === 'tmi',
      keyword: company.keywords.length > 0,
      small: company.sizeBand === '1-4' || company.sizeBand === '5-9',
      growing: company.growth === 'growing',
      funded: company.funded !== null,
      called_before: call.attempts > 0,
      contact_known: company.contactName !== null,
      people_fit: call.peopleFit,
    },
    keywords: company.keywords,
  }
}
