import { z } from 'zod'
import { optionalDay, optionalText, text } from '~/platform/fields'
import type { Translate } from '~/texts/text'

export const suppressionChannels = ['all', 'phone', 'email', 'sms'] as const
export const suppressionReasons = ['asked', 'list_import', 'other_body', 'decision'] as const
export type SuppressionReason = (typeof suppressionReasons)[number]

/** A company that must not be contacted; `wording` is what they said, as they said it. */
export const CompanySuppressionForm = z.object({
  channel: z.enum(suppressionChannels),
  reason: z.enum(suppressionReasons),
  askedBy: optionalText(200),
  askedHow: optionalText(100),
  askedOn: optionalDay(),
  wording: optionalText(500),
})
export type CompanySuppressionForm = z.output<typeof CompanySuppressionForm>

/** A business ID, a number or an address that must not be contacted, whether or not we know the company. */
export const SuppressionForm = CompanySuppressionForm.extend({ target: text(254) })
export type SuppressionForm = z.output<typeof SuppressionForm>

export const LiftSuppressionForm = z.object({ reason: text(500) })
export type LiftSuppressionForm = z.output<typeof LiftSuppressionForm>

/** Where a wish was said: in words where the house noted it by itself, else as somebody wrote it. */
export function whereAsked(t: Translate, askedHow: string | null): string | null {
  return askedHow === 'phone' || askedHow === 'link' ? t(`suppressions:asked_in.${askedHow}`) : askedHow
}

/** Whether a company may be neither called nor written to: then no reason lets anybody past its rest either. */
export function isBannedAltogether(company: { callSuppressed: unknown; mailSuppressed: unknown }): boolean {
  return Boolean(company.callSuppressed && company.mailSuppressed)
}
