import { z } from 'zod'
import { normalisePhone } from '~/platform/contact-details'

/**
 * How a person shows, beside the secret of the link, who is there. Codes are sent to an address the house knows. A
 * strong identification such as Suomi.fi would be one more kind here: its step leads to another site instead of
 * sending a code, and ends in the same `enterOwnPages`.
 */
const CODE_CHANNELS = ['email', 'sms'] as const
export type CodeChannel = (typeof CODE_CHANNELS)[number]
type Identification = { by: CodeChannel; to: string; shown: string }

export const ChannelForm = z.object({ by: z.enum(CODE_CHANNELS) })
export const CodeForm = z.object({
  code: z
    .string()
    .transform((typed) => typed.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, { error: 'person:code.six_digits' })),
})

/** The ways that a person with these addresses can choose from; the addresses are shown as far as one knows one's own. */
export function identificationsOf(
  person: { email: string | null; phone: string | null },
  { texts }: { texts: boolean },
): Identification[] {
  const phone = person.phone && normalisePhone(person.phone)
  return [
    ...(person.email ? [{ by: 'email' as const, to: person.email, shown: maskedEmail(person.email) }] : []),
    ...(texts && phone ? [{ by: 'sms' as const, to: phone, shown: maskedPhone(phone) }] : []),
  ]
}

/** 'oona.testaaja@posti.example' as 'o…@p….example'. */
export function maskedEmail(email: string): string {
  const [name = '', host = ''] = email.split('@')
  const ending = host.slice(host.lastIndexOf('.'))
  return `${name.slice(0, 1)}…@${host.slice(0, 1)}…${ending}`
}

/** '+358401234567' as '…67'. */
function maskedPhone(phone: string): string {
  return `…${phone.slice(-2)}`
}
