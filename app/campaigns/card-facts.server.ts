import type { Viewer } from '~/auth/viewer.server'
import { readCooldownDays } from '~/companies/cooldown.server'
import { findSisterContact } from '~/companies/dealings/group.server'
import { spacedPhone } from '~/platform/contact-details'
import type { Db } from '~/platform/db.server'
import { translatorFor } from '~/texts/language.server'
import { isLanguage, LANGUAGES, type Language } from '~/texts/text-keys'
import { findCallSlots } from './call-booking.server'
import { type CallCard, listCardContacts, listEarlierCalls } from './calls.server'
import { type CompanyFits, findCompanyFits } from './company-fits.server'
import { ownQuestions, readScript, scriptFor } from './script'
import { scriptFacts } from './script-facts'
import { findUndoneAnswers, formOfUndone } from './undone-answers.server'

/**
 * What the caller has on screen: the company, numbers that may be dialled, why it was chosen, what was said
 * before, who fits it today, and the script in `wanted` or else in the language of the person to ask for.
 */
export async function readCallCard(
  db: Db,
  viewer: Pick<Viewer, 'userId' | 'name' | 'roles' | 'language'>,
  call: CallCard,
  wanted: string | null,
) {
  const open = call.outcome === null
  const [contacts, earlier, fits, restDays, booking, sisterContactAt, undone] = await Promise.all([
    listCardContacts(db, call),
    listEarlierCalls(db, call),
    open && !call.suppressed ? findCompanyFits(db, viewer, call, viewer.language) : null,
    readCooldownDays(db),
    open && !call.suppressed ? findCallSlots(db, viewer, call) : null,
    open ? findSisterContact(db, call.companyId) : null,
    open && call.callerId === viewer.userId ? findUndoneAnswers(db, call) : undefined,
  ])
  const script = open ? scriptOnCard(viewer, call, contacts[0], fits, wanted) : null
  return {
    ...standingOf(viewer, call),
    ...companyOnCard(call),
    restDays,
    contacts: contacts.map((contact) => ({ ...contact, phone: numberToDial(call, contact.phone) })),
    sisterContactAt,
    earlier,
    fits,
    booking,
    script,
    /** What the caller wrote of this company and took back, to be put right. */
    refill: undone ? formOfUndone(undone, script && { id: script.id, numbers: ownQuestions(script) }) : null,
  }
}

/** Whose the call is, how far it has come, and what the campaign allows. */
function standingOf(viewer: Pick<Viewer, 'userId'>, call: CallCard) {
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
    maxAttempts: call.maxAttempts,
    retryHours: call.retryHours,
    recording: recordingOf(call),
  }
}

/** What was said of recording so far; null where the campaign does not record. */
export function recordingOf(call: CallCard) {
  if (call.recordingKeptDays === null) return null
  return {
    keptDays: call.recordingKeptDays,
    told: call.recordingToldAt !== null,
    notRecorded: call.notRecordedAt !== null,
  }
}

/** What is known of the company, and why it is on the list. */
function companyOnCard(call: CallCard) {
  return {
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
    phone: numberToDial(call, call.phone),
    earlierPartner: call.earlierProject,
    matchedKeywords: call.matchedKeywords,
    points: call.points,
    reasons: call.reasons,
    sourceName: call.sourceName,
  }
}

export type CardFacts = Awaited<ReturnType<typeof readCallCard>>

/** The script for this company in one language, and what must be told of its data in that language (art. 14). */
function scriptOnCard(
  viewer: Pick<Viewer, 'name'>,
  call: CallCard,
  first: { name: string; language: string | null } | undefined,
  fits: CompanyFits,
  wanted: string | null,
) {
  const scripts = { fi: call.scriptFi, sv: call.scriptSv, en: call.scriptEn }
  const languages = LANGUAGES.filter((language) => scripts[language])
  const language = [wanted, first?.language, call.language, 'fi', languages[0]].find(
    (one): one is Language => isLanguage(one) && languages.includes(one),
  )
  const text = language && scripts[language]
  if (!text || !call.scriptId) return null
  const t = translatorFor(language)
  const provider = t(`companies:list.providers.${call.sourceProvider as 'other'}`)
  const source = { name: call.sourceName, provider, project: call.projectName }
  const facts = scriptFacts(
    { ...call, name: call.companyName, contactName: first?.name ?? null, keywords: call.matchedKeywords },
    {
      caller: viewer.name,
      source: call.sourceName,
      project: call.projectName,
      attempts: call.attempts,
      peopleFit: (fits?.people ?? 0) > 0,
    },
  )
  return {
    id: call.scriptId,
    language,
    languages,
    blocks: scriptFor(readScript(text).parts, facts),
    told: [t('calls:told.purpose', source), t('calls:told.source', source), t('calls:told.rights')],
    recordingNotice:
      call.recordingKeptDays === null
        ? null
        : t('calls:recording.say', { count: call.recordingKeptDays, project: call.projectName }),
  }
}

export type CardScript = NonNullable<CardFacts['script']>

/** A number to dial and as it is read aloud; none for a company under a ban. */
function numberToDial(call: Pick<CallCard, 'suppressed'>, phone: string | null) {
  return !call.suppressed && phone ? { number: phone, text: spacedPhone(phone) } : null
}
