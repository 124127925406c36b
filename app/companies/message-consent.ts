import { z } from 'zod'
import { today } from '~/platform/dates'
import { choices, day, text } from '~/platform/fields'

export const messageChannels = ['email', 'sms'] as const
export type MessageChannel = (typeof messageChannels)[number]

/** A sole trader agreed to be sent messages: who, how, when and by which means. */
export const MessageConsentForm = z.object({
  channels: choices(messageChannels).pipe(z.array(z.enum(messageChannels)).min(1)),
  givenBy: text(200),
  how: text(200),
  givenOn: day().refine((given) => given <= today(), { error: 'errors:day' }),
})
export type MessageConsentForm = z.output<typeof MessageConsentForm>

/** Why a company is not sent a message. */
export type MessageBar = 'suppressed' | 'no_consent'
