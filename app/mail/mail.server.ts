import { Resend } from 'resend'
import { enqueue } from '~/jobs/queue.server'
import { type Db, db, type Trx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams, type Page } from '~/platform/list-params'
import { translatorFor } from '~/texts/language.server'
import { mailHtml } from './mail-html.server'
import type { EmployerMail, Message } from './messages'
import { smsService } from './sms.server'

/** Writes the mail or text message down and has it sent after `trx` commits. Returns its id. */
export async function queueMail(trx: Trx, message: Message): Promise<string> {
  const t = translatorFor(message.language)
  const subject = t(message.subject, message.params)
  const paragraphs = t(message.body, message.params).split('\n\n')
  const linkOf = (given: Message['link']) =>
    given ? { text: t(given.text, message.params), url: env().PUBLIC_URL + given.path } : null
  const [link, optOut] = [linkOf(message.link), linkOf(message.optOut)]
  const footer = t('mail:footer')
  const { id } = await trx
    .insertInto('mail')
    .values({
      kind: message.kind,
      channel: message.channel ?? 'email',
      to_address: message.to,
      language: message.language,
      subject,
      body_text: [
        ...paragraphs,
        ...[link, optOut].flatMap((one) => (one ? `${one.text}:\n${one.url}` : [])),
        ...(message.channel === 'sms' ? [] : [footer]),
      ].join('\n\n'),
      body_html: mailHtml({ language: message.language, subject, paragraphs, link, optOut, footer }),
      file_name: message.file?.name ?? null,
      file_type: message.file?.type ?? null,
      file_text: message.file?.text ?? null,
      company_id: message.employer?.companyId ?? null,
      round_id: message.employer?.roundId ?? null,
      user_id: message.employer?.userId ?? null,
      campaign_id: message.employer?.campaignId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await enqueue(trx, 'send_mail', { mailId: id }, { key: id })
  return id
}

/** Has a mail sent that still waits, at once and with all its tries anew; one that has left stays as it is. */
export async function sendAgain(trx: Trx, mailId: string): Promise<void> {
  await enqueue(trx, 'send_mail', { mailId }, { key: mailId })
}

/** A mail to somebody of a company, as the rules of contact need to know it. */
type ToEmployer = EmployerMail & { id: string; to: string }

/** The rules of contact with employers; they belong to a higher domain, and the job brings them. */
export type EmployerMailRules = {
  /** Why the mail must not leave now, as a code, or null when it may. */
  whyWithheld(db: Db, mail: ToEmployer): Promise<string | null>
  hasLeft(trx: Trx, mail: ToEmployer): Promise<void>
}

/**
 * Job: hands one mail to the mail service, or marks it as kept here when there is none. A mail that has left is
 * not touched again; one whose answer got lost is sent again under the same idempotency key, which the service
 * knows for a day, longer than the queue goes on trying. A mail to an employer that the rules forbid by now is held
 * back for good, its text taken away.
 */
export async function sendMail(mailId: string, rules: EmployerMailRules): Promise<void> {
  const mail = await findMailToSend(mailId)
  if (!mail || mail.sentAt || mail.withheldAt) return
  if (mail.channel === 'sms') return sendText(mail)
  const toEmployer = mail.companyId ? { ...mail, companyId: mail.companyId } : null
  const reason = toEmployer && (await rules.whyWithheld(db, toEmployer))
  if (reason) return withhold(mail.id, reason)
  const left = (values: Parameters<typeof markSent>[2]) =>
    db.transaction().execute(async (trx) => {
      await markSent(trx, mail.id, values)
      if (toEmployer) await rules.hasLeft(trx, toEmployer)
    })

  if (!env().RESEND_API_KEY) return left({ sent_by_service: null })
  await handToService(mail)
  // What has left is not kept: its link is a secret of the recipient.
  await left({ sent_by_service: 'resend', ...textGone, last_problem: null })
}

type MailToSend = NonNullable<Awaited<ReturnType<typeof findMailToSend>>>

function findMailToSend(mailId: string) {
  return db
    .selectFrom('mail')
    .select([
      'id',
      'to_address as to',
      'subject',
      'body_text as text',
      'body_html as html',
      'file_name as fileName',
      'file_type as fileType',
      'file_text as fileText',
      'sent_at as sentAt',
      'withheld_at as withheldAt',
      'company_id as companyId',
      'round_id as roundId',
      'user_id as userId',
      'campaign_id as campaignId',
      'channel',
    ])
    .where('id', '=', mailId)
    .executeTakeFirst()
}

/** Holds a mail back for good, with the reason in place of its text. */
async function withhold(mailId: string, reason: string): Promise<void> {
  await db
    .updateTable('mail')
    .set({ withheld_at: new Date(), withheld_reason: reason, ...textGone })
    .where('id', '=', mailId)
    .execute()
}

/** Gives a mail to the service under its own key; throws when it was not taken, so that the job tries again. */
async function handToService(mail: MailToSend): Promise<void> {
  const { RESEND_API_KEY, MAIL_FROM } = env()
  await db
    .updateTable('mail')
    .set((row) => ({ attempts: row('attempts', '+', 1) }))
    .where('id', '=', mail.id)
    .execute()
  const { error } = await new Resend(RESEND_API_KEY).emails.send(
    {
      from: MAIL_FROM,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      ...(mail.fileText && {
        attachments: [
          {
            filename: mail.fileName ?? 'file',
            content: Buffer.from(mail.fileText),
            contentType: mail.fileType ?? 'text/plain',
          },
        ],
      }),
    },
    { idempotencyKey: mail.id },
  )
  if (error) {
    // Its message may repeat the address; the name says enough.
    await db.updateTable('mail').set({ last_problem: error.name }).where('id', '=', mail.id).execute()
    throw new Error(`mail ${mail.id} was not taken: ${error.name}`)
  }
}

/** A text message; without a service it is kept here like mail. */
async function sendText({ id, to, text }: { id: string; to: string; text: string }): Promise<void> {
  const sms = smsService()
  if (!sms) return markSent(db, id, { sent_by_service: null })
  await sms.send({ to, text })
  await markSent(db, id, { sent_by_service: sms.name, ...textGone })
}

const textGone = { body_text: '', body_html: '', file_text: null }

/** Whether mail leaves the house; otherwise it is kept in the mailbox. */
export function sendsMail(): boolean {
  return env().RESEND_API_KEY !== undefined
}

async function markSent(
  db: Db,
  id: string,
  values: { sent_by_service: string | null; last_problem?: null } & Partial<typeof textGone>,
): Promise<void> {
  await db
    .updateTable('mail')
    .set({ sent_at: new Date(), ...values })
    .where('id', '=', id)
    .execute()
}

const mailState = (state: string) => (state === 'waiting' ? ('is' as const) : ('is not' as const))

/** A page of the outgoing mail, newest first. */
export async function listMail(db: Db, list: ListParams): Promise<Page<MailLine>> {
  let matching = db.selectFrom('mail')
  if (list.search) {
    const pattern = containsPattern(list.search)
    matching = matching.where(({ or, eb, fn }) =>
      or([eb(fn('lower', ['to_address']), 'like', pattern), eb(fn('lower', ['subject']), 'like', pattern)]),
    )
  }
  if (list.filters.kind) matching = matching.where('kind', '=', list.filters.kind)
  if (list.filters.state)
    matching = matching.where(
      (eb) => eb.fn.coalesce('sent_at', 'withheld_at'),
      mailState(list.filters.state),
      null,
    )
  return readListPage(db, list, {
    rows: mailLines(matching).orderBy('id', 'desc'),
    matching: matching.select('id'),
  })
}

function mailLines(matching: ReturnType<typeof allMail>) {
  return matching
    .select([
      'id',
      'kind',
      'to_address as to',
      'subject',
      'created_at as createdAt',
      'sent_at as sentAt',
      'sent_by_service as sentBy',
      'attempts',
      'last_problem as lastProblem',
      'withheld_reason as withheldReason',
    ])
    .$narrowType<{ kind: Message['kind'] }>()
}

function allMail(db: Db) {
  return db.selectFrom('mail')
}

export type MailLine = Awaited<ReturnType<ReturnType<typeof mailLines>['execute']>>[number]

/** One mail with its text; the text of one that a service has sent is gone. */
export async function findMail(db: Db, id: string) {
  return mailLines(allMail(db))
    .select(['body_text as text', 'file_name as fileName', 'file_text as fileText'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Takes away whatever was written to these addresses, sent or not. */
export async function forgetMailTo(trx: Trx, addresses: string[]): Promise<void> {
  if (addresses.length === 0) return
  await trx.deleteFrom('mail').where('to_address', 'in', addresses).execute()
}
