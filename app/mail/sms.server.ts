import { env } from '~/platform/env.server'

/** Whoever carries text messages. `send` takes an international number ('+358401234567') and throws when refused. */
type SmsService = { name: string; send(message: { to: string; text: string }): Promise<void> }

const ANSWER_WITHIN = { ms: 15_000 }

/** The service of the settings, or null when there is none. */
export function smsService(): SmsService | null {
  const { SMS_URL, SMS_KEY } = env()
  return SMS_URL ? webService(SMS_URL, SMS_KEY) : null
}

/** Whether people may be offered text messages: with a service, and in the demo, which keeps them in the mailbox. */
export function offersTexts(): boolean {
  return smsService() !== null || env().SILTA_DEMO
}

/** A service that takes `{ to, text }` as JSON over https, as gateways of operators do. */
function webService(url: string, key: string | undefined): SmsService {
  return {
    name: new URL(url).host,
    async send(message) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(key && { Authorization: `Bearer ${key}` }) },
        body: JSON.stringify(message),
        signal: AbortSignal.timeout(ANSWER_WITHIN.ms),
      })
      // Its answer may repeat the number; the status says enough.
      if (!answer.ok) throw new Error(`the text message was not taken: ${answer.status}`)
    },
  }
}
