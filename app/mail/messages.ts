import type { Params } from '~/texts/text'
import type { Language, TextKey } from '~/texts/text-keys'

export const MESSAGE_KINDS = [
  'invitation',
  'password_reset',
  'new_profiles',
  'meeting',
  'survey',
  'own_page',
  'own_code',
] as const

/** A plain message: a few sentences and at most one link. Never a candidate's name, nor anything told in confidence. */
export type Message = {
  /** What kind of message it is; its name is `mail:kinds.<kind>`. */
  kind: (typeof MESSAGE_KINDS)[number]
  to: string
  language: Language
  subject: TextKey
  body: TextKey
  params?: Params
  link?: { text: TextKey; path: string }
  /** A text message goes to a phone number; the subject stays in the house. */
  channel?: 'email' | 'sms'
  /** Where the recipient says that no more such mail is wanted. */
  optOut?: { text: TextKey; path: string }
  /** A small text file that goes along. */
  file?: MailFile
  /** Set when it goes to somebody of a company: the rules of contact hold for it. */
  employer?: EmployerMail
}

/** For which company, round, colleague and campaign a mail to an employer goes. */
export type EmployerMail = {
  companyId: string
  roundId: string | null
  userId: string | null
  /** Set when it is the first approach of a campaign, not part of what the company has agreed to. */
  campaignId?: string | null
}

/** `type` is the whole media type, parameters included. */
export type MailFile = { name: string; type: string; text: string }

type Recipient = { to: string; language: Language }

export function invitationMessage({
  to,
  language,
  token,
  employer,
}: Recipient & { token: string; employer?: EmployerMail }): Message {
  return {
    kind: 'invitation',
    employer,
    to,
    language,
    subject: 'mail:invitation.subject',
    body: 'mail:invitation.body',
    link: { text: 'mail:invitation.link', path: `/invitation/${token}` },
  }
}

export function passwordResetMessage({ to, language, token }: Recipient & { token: string }): Message {
  return {
    kind: 'password_reset',
    to,
    language,
    subject: 'mail:password_reset.subject',
    body: 'mail:password_reset.body',
    link: { text: 'mail:password_reset.link', path: `/reset/${token}` },
  }
}

/** Tells a contact of an employer how many profiles wait; `needTitle` is the employer's own need. */
export function newProfilesMessage({
  to,
  language,
  count,
  needTitle,
  path,
  employer,
}: Recipient & { count: number; needTitle: string | null; path: string; employer: EmployerMail }): Message {
  return {
    kind: 'new_profiles',
    employer,
    to,
    language,
    subject: needTitle ? 'mail:new_profiles.subject_for_need' : 'mail:new_profiles.subject',
    body: 'mail:new_profiles.body',
    params: { count, need: needTitle ?? '' },
    link: { text: 'mail:new_profiles.link', path },
  }
}

/** Tells a person that something waits on the own pages, never what. */
export function ownPageMessage({ to, language, token }: Recipient & { token: string }): Message {
  return {
    kind: 'own_page',
    to,
    language,
    subject: 'mail:own_page.subject',
    body: 'mail:own_page.body',
    link: { text: 'mail:own_page.link', path: `/own/enter/${token}` },
  }
}

/** The code that completes a personal link; without a link, so that neither opens anything alone. */
export function ownCodeMessage({
  to,
  language,
  code,
  channel,
}: Recipient & { code: string; channel: 'email' | 'sms' }): Message {
  return {
    kind: 'own_code',
    to,
    language,
    channel,
    subject: 'mail:own_code.subject',
    body: channel === 'sms' ? 'mail:own_code.sms' : 'mail:own_code.body',
    params: { code },
  }
}

/** What a mail about a meeting says happened; a guest of many can only decline. */
export type MeetingNews = 'booked' | 'changed' | 'cancelled' | 'declined'

/**
 * Tells a guest or the host of a meeting, with the file for their calendar. `title`, `when` and `where` are in the
 * recipient's language; a candidate's title says nothing of an employer.
 */
export function meetingMessage({
  to,
  language,
  news,
  title,
  when,
  where,
  link,
  file,
  employer,
}: Recipient & {
  news: MeetingNews
  title: string
  when: string
  where: string
  link: { path: string; opens: 'guest' | 'host' }
  file?: MailFile
  employer?: EmployerMail
}): Message {
  return {
    kind: 'meeting',
    employer,
    to,
    language,
    subject: `mail:meeting.${news}.subject`,
    body: `mail:meeting.${news}.body`,
    params: { title, when, where },
    link: { text: `mail:meeting.${link.opens}_link`, path: link.path },
    file,
  }
}

/** Asks a person of a company to answer a survey; `intro` is the campaign's own wording, `asker` says who asks and why. */
export function surveyMessage({
  to,
  language,
  token,
  intro,
  asker,
  until,
  again,
  employer,
}: Recipient & {
  token: string
  intro: string
  asker: string
  until: string
  again: boolean
  employer: EmployerMail
}): Message {
  return {
    kind: 'survey',
    employer,
    to,
    language,
    subject: again ? 'mail:survey.again' : 'mail:survey.subject',
    body: 'mail:survey.body',
    params: { intro, asker, until },
    link: { text: 'mail:survey.link', path: `/survey/${token}` },
    optOut: { text: 'mail:survey.opt_out', path: `/survey/${token}/refusal` },
  }
}
