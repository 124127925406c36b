import { z } from 'zod'
import { optionalPhone } from '~/companies/company'
import { motives } from '~/companies/engagement'
import { splitKeywords } from '~/companies/source-list'
import { instantOf, plusMonths, today } from '~/platform/dates'
import { choices, localTime, optionalDay, optionalEmail, optionalText } from '~/platform/fields'
import { LANGUAGES } from '~/texts/text-keys'
import { callOutcomes, difficulties, isPositive, refusalChannels, refusalReasons } from './call-outcome'
import { callbackTimes, untilMonths } from './outcome-tree'
import { ScriptAnswer } from './script-form'

/** A callback further away than this is forgotten by both; it becomes "no need now". */
const furthestCallback = { months: 3 }

/** Everything a caller may write of a call. What an outcome asks for is checked; what it does not is dropped. */
export const CallOutcomeForm = z
  .object({
    outcome: z.enum(callOutcomes),
    contactId: z.uuid().optional(),
    callbackIn: z.enum(callbackTimes).optional(),
    /** A time of one's own outweighs one chosen by a key. */
    callbackAt: localTime().optional(),
    anyCaller: z.stringbool().default(false),
    refusalReason: z.enum(refusalReasons).optional(),
    untilIn: z.enum(untilMonths).optional(),
    until: optionalDay(),
    personName: optionalText(200),
    personRole: optionalText(100),
    personPhone: optionalPhone(),
    personEmail: optionalEmail(),
    recruitingDifficulty: z.enum(difficulties).optional(),
    limitsGrowth: z.enum(difficulties).optional(),
    motives: choices(motives),
    skillsNeeded: optionalText(1000).transform((words) => splitKeywords(words ?? '')),
    promised: optionalText(500),
    meetingWish: optionalText(300),
    /** A free time that was agreed, where to meet then, and an address for the invitation. */
    slot: localTime().optional(),
    meetingMode: z.enum(['online', 'in_person']).default('online'),
    meetingPlace: optionalText(200),
    inviteEmail: optionalEmail(),
    /** A sole trader agreed in the call to be sent e-mail. */
    messageConsent: z.stringbool().default(false),
    nextAction: optionalText(300),
    nextActionOn: optionalDay(),
    wording: optionalText(500),
    channel: z.enum(refusalChannels).default('all'),
    note: optionalText(500),
    /** The version and language of the script that was on the screen, and what was answered to its questions. */
    scriptId: z.uuid().optional(),
    scriptLanguage: z.enum(LANGUAGES).optional(),
    answers: z.array(ScriptAnswer).max(30).default([]),
    /** Milliseconds from the first key of the outcome to sending it; the browser measures. */
    wrapUpMs: z.coerce.number().int().nonnegative().optional(),
    /** Whether the caller takes the next company at once. */
    afterwards: z.enum(['next', 'rest']).default('rest'),
  })
  .transform((form) => ({
    ...form,
    until: form.until ?? (form.untilIn && plusMonths(today(), Number(form.untilIn))),
  }))
  .superRefine((form, context) => {
    const { outcome } = form
    const ask = (path: keyof typeof form, message = 'errors:required') =>
      context.addIssue({ code: 'custom', path: [path], message })

    if (outcome === 'callback') {
      if (!form.callbackAt) {
        if (!form.callbackIn) ask('callbackAt', 'errors:moment')
      } else if (instantOf(form.callbackAt) <= new Date()) ask('callbackAt', 'campaigns:error.past')
      else if (form.callbackAt.slice(0, 10) > plusMonths(today(), furthestCallback.months))
        ask('callbackAt', 'campaigns:error.callback_too_far')
    }
    if (outcome === 'not_interested' && !form.refusalReason) ask('refusalReason', 'errors:choice')
    if (outcome === 'no_need_now') {
      if (!form.until) ask('until')
      else if (form.until <= today()) ask('until', 'campaigns:error.past')
    }
    if (outcome === 'wrong_person') {
      if (!form.personName) ask('personName')
      else if (!form.personPhone && !form.personEmail) ask('personPhone', 'campaigns:error.reach')
    }
    if (isPositive(outcome)) {
      if (!form.recruitingDifficulty) ask('recruitingDifficulty', 'errors:choice')
      if (!form.personName && (form.personPhone || form.personEmail || form.personRole)) ask('personName')
      if (Boolean(form.nextAction) !== Boolean(form.nextActionOn))
        ask(form.nextAction ? 'nextActionOn' : 'nextAction')
    }
    if (isPositive(outcome) && form.slot && !form.contactId && !form.personName)
      ask('contactId', 'campaigns:error.who')
    if (outcome === 'joins_now') {
      if (form.skillsNeeded.length === 0 && !form.promised)
        ask('skillsNeeded', 'campaigns:error.need_or_promise')
      if (!form.nextAction && !form.nextActionOn) ask('nextAction')
      if (!form.contactId && !form.personName && !form.slot) ask('contactId', 'campaigns:error.who')
    }
    if (outcome === 'asked_no_more_contact' && !form.wording) ask('wording')
  })
export type CallOutcomeForm = z.output<typeof CallOutcomeForm>
