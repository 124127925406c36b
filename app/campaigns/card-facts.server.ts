import type { Viewer } from '~/auth/viewer.server'
import { spacedPhone } from '~/platform/contact-details'
import type { Db } from '~/platform/db.server'
import { isLanguage, LANGUAGES, type Language } from '~/texts/text-keys'
import { type CallCard, listCardContacts, listEarlierCalls } from './calls.server'
import { fillScript } from './script'

/**
 * What the caller has on screen: the company, numbers that may be dialled, why it was chosen, what was said
 * before, and the script in `wanted` or else in the language of the person to ask for, its blanks filled.
 */
export async function readCallCard(
  db: Db,
  viewer: Pick<Viewer, 'userId' | 'name'>,
  call: CallCard,
  wanted: string | null,
) {
  const [contacts, earlier] = await Promise.all([listCardContacts(db, call), listEarlierCalls(db, call)])
  const mayDial = !call.suppressed
  const scripts = { fi: call.scriptFi, sv: call.scriptSv, en: call.scriptEn }
  const languages = LANGUAGES.filter((language) => scripts[language])
  const first = contacts[0]
  const language = [wanted, first?.language, call.language, 'fi', languages[0]].find(
    (one): one is Language => isLanguage(one) && languages.includes(one),
  )
  const script = language && scripts[language]
  return {
    id: call.id,
    campaignId: call.campaignId,
    campaignName: call.campaignName,
    own: call.callerId === viewer.userId,
    callerName: call.callerName,
    endedAt: call.endedAt,
    leaseUntil: call.leaseUntil,
    released: call.releasedAt !== null,
    outcome: call.outcome,
    undone: call.undoneAt !== null,
    suppressed: call.suppressed,
    attempts: call.attempts,
    companyId: call.companyId,
    companyName: call.companyName,
    form: call.form,
    industry: call.industry,
    municipality: call.municipality,
    website: call.website,
    language: call.language,
    sizeBand: call.sizeBand,
    growth: call.growth,
    growthSource: call.growthSource,
    funded: call.funded,
    description: call.description,
    phone: mayDial && call.phone ? readable(call.phone) : null,
    contacts: contacts.map((contact) => ({
      ...contact,
      phone: mayDial && contact.phone ? readable(contact.phone) : null,
    })),
    earlierPartner: call.earlierProject,
    matchedKeywords: call.matchedKeywords,
    sourceName: call.sourceName,
    earlier,
    scriptLanguages: languages,
    scriptLanguage: language ?? null,
    script: script
      ? fillScript(script, {
          company: call.companyName,
          contact: first?.name ?? null,
          caller: viewer.name,
          source: call.sourceName,
          project: call.projectName,
        })
      : null,
  }
}

export type CardFacts = Awaited<ReturnType<typeof readCallCard>>

const readable = (phone: string) => ({ number: phone, text: spacedPhone(phone) })
