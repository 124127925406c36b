import { createHash } from 'node:crypto'
import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { type Db, db, type Trx } from '~/platform/db.server'
import { redirectWithToast, type Toast } from '~/platform/http.server'
import { hideRightCodes } from '~/platform/identity-code'
import { RuleError } from '~/platform/rule-error'
import type { TextKey } from '~/texts/text-keys'

z.config({ customError: (issue) => issueText(issue) })

export type FormReply = { form: SubmissionResult }
type Reply = ReturnType<typeof data<FormReply>>
type FieldErrors = Record<string, (TextKey | string)[]>

type ParsedForm<T> =
  | { ok: false; reply: Reply }
  | {
      ok: true
      value: T
      /** 422 with messages at fields; the key '' is the form as a whole. */
      refuse: (errors: FieldErrors) => Reply
      /** 409 with one message above the form; the typed text is kept. */
      conflict: (text: TextKey, params?: Record<string, string | number>) => Reply
      submission: { token: string | null; contentHash: Buffer }
    }

/** Fields such as passwords: never sent back to the page, and left out of what is remembered of a form. */
type Secrets = readonly string[]

const FORM_LIMIT_BYTES = 2_000_000
const SUBMISSIONS_KEPT = { days: 2 }

/**
 * Reads and checks a posted form. Call it after the guard: a stranger learns nothing from a validation message.
 * Wrong input gives a 422 reply that keeps everything typed; an added or removed list row gives a 200 reply.
 */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  secrets: Secrets = [],
): Promise<ParsedForm<z.output<Schema>>> {
  if (Number(request.headers.get('Content-Length') ?? 0) > FORM_LIMIT_BYTES)
    throw new Response(null, { status: 413 })
  return parseFormData(await request.formData(), schema, secrets)
}

/** The same for a form whose files were taken out first. A personal identity code in a text is hidden, wherever it was typed. */
export function parseFormData<Schema extends z.ZodType>(
  formData: FormData,
  schema: Schema,
  secrets: Secrets = [],
): ParsedForm<z.output<Schema>> {
  hideCodes(formData, secrets)
  const hidden = { hideFields: [...secrets] }
  const submission = parseWithZod(formData, { schema })
  if (submission.status !== 'success') {
    const status = submission.status === 'error' ? 422 : 200
    return { ok: false, reply: data({ form: submission.reply(hidden) }, { status }) }
  }
  return {
    ok: true,
    value: submission.value,
    refuse: (fieldErrors) => data({ form: submission.reply({ fieldErrors, ...hidden }) }, { status: 422 }),
    conflict: (text, params) =>
      data(
        { form: submission.reply({ formErrors: [errorWithParams(text, params)], ...hidden }) },
        { status: 409 },
      ),
    submission: { token: onceToken(formData), contentHash: hashContent(formData, secrets) },
  }
}

/** The code is kept and shown nowhere (1050/2018 29 §): what stands in its place tells that there was one. */
function hideCodes(formData: FormData, secrets: Secrets): void {
  for (const name of new Set(formData.keys())) {
    if (secrets.includes(name)) continue
    const values = formData.getAll(name)
    const kept = values.map((value) => (typeof value === 'string' ? hideRightCodes(value) : value))
    if (kept.every((value, nth) => value === values[nth])) continue
    formData.delete(name)
    for (const value of kept) formData.append(name, value)
  }
}

type GoodForm = Extract<ParsedForm<unknown>, { ok: true }>
/** Where to go after the write, or a reply that shows the form again (the transaction is then rolled back). */
type Done = { to: string; toast?: Toast } | Reply

class RolledBack extends Error {
  constructor(readonly reply: Reply) {
    super('rolled back')
  }
}

/**
 * Runs the write of a form in one transaction, once: a double click or a resend of the same content is answered
 * with the first one's redirect. A RuleError becomes a 409 above the form, and so does a choice that is gone.
 */
export async function submitOnce(
  form: GoodForm,
  userId: string | null,
  write: (trx: Trx) => Promise<Done>,
): Promise<Response | Reply> {
  const { token, contentHash } = form.submission
  try {
    return await db.transaction().execute(async (trx) => {
      if (token) {
        const first = await trx
          .insertInto('form_submission')
          .values({ token, content_hash: contentHash, user_id: userId })
          .onConflict((conflict) => conflict.doNothing())
          .returning('token')
          .executeTakeFirst()
        if (!first) return redirect(await locationOfFirst(trx, token, contentHash), 303)
      }
      const done = await write(trx)
      if (!('to' in done)) throw new RolledBack(done)
      if (token) {
        await trx
          .updateTable('form_submission')
          .set({ location: done.to })
          .where('token', '=', token)
          .where('content_hash', '=', contentHash)
          .execute()
      }
      return done.toast ? redirectWithToast(done.to, done.toast) : redirect(done.to, 303)
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.reply
    if (error instanceof RuleError) return form.conflict(error.text, error.params)
    if (isForeignKeyViolation(error)) return form.conflict('errors:chosen_is_gone')
    throw error
  }
}

/** The rest of the action of a form that is no more than its button, after the guard. */
export async function doOnce(
  request: Request,
  userId: string | null,
  write: (trx: Trx, form: GoodForm) => Promise<Done>,
): Promise<Response | Reply> {
  const form = await parseForm(request, z.object({}))
  return form.ok ? submitOnce(form, userId, (trx) => write(trx, form)) : form.reply
}

/** Something the form named was removed meanwhile, or never was. */
function isForeignKeyViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23503'
}

/** Forms are not sent again days later: their tokens can go. */
export async function forgetOldSubmissions(db: Db): Promise<void> {
  await db
    .deleteFrom('form_submission')
    .where('at', '<', new Date(Date.now() - SUBMISSIONS_KEPT.days * 24 * 60 * 60 * 1000))
    .execute()
}

async function locationOfFirst(trx: Trx, token: string, contentHash: Buffer): Promise<string> {
  const first = await trx
    .selectFrom('form_submission')
    .select('location')
    .where('token', '=', token)
    .where('content_hash', '=', contentHash)
    .executeTakeFirstOrThrow()
  return first.location ?? '/'
}

const Token = z.uuid()

function onceToken(formData: FormData): string | null {
  const token = Token.safeParse(formData.get('once'))
  return token.success ? token.data : null
}

function hashContent(formData: FormData, secrets: Secrets): Buffer {
  const hash = createHash('sha256')
  for (const [name, value] of formData) {
    if (name === 'once' || secrets.includes(name)) continue
    hash.update(`${name}\u0000${typeof value === 'string' ? value : `${value.name}:${value.size}`}\u0000`)
  }
  return hash.digest()
}

function errorWithParams(text: string, params?: Record<string, string | number>): string {
  return params && Object.keys(params).length > 0 ? `${text}|${JSON.stringify(params)}` : text
}

/** The text key for what Zod found wrong. */
function issueText(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? 'errors:required' : 'errors:invalid'
    case 'too_small':
      if (issue.origin === 'string')
        return issue.minimum === 1
          ? 'errors:required'
          : errorWithParams('errors:too_short', { count: Number(issue.minimum) })
      if (issue.origin === 'array') return 'errors:choose_one'
      return errorWithParams('errors:too_small', { limit: Number(issue.minimum) })
    case 'too_big':
      if (issue.origin === 'string')
        return errorWithParams('errors:too_long', { count: Number(issue.maximum) })
      return errorWithParams('errors:too_big', { limit: Number(issue.maximum) })
    case 'invalid_format':
      if (issue.format === 'email') return 'errors:email'
      if (issue.format === 'url') return 'errors:url'
      if (issue.format === 'date') return 'errors:day'
      return 'errors:invalid'
    case 'invalid_value':
      return 'errors:choice'
    default:
      return 'errors:invalid'
  }
}
