import { z } from 'zod'

const S3 = z.object({
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }),
  S3_BUCKET: z.string(),
  S3_REGION: z.string(),
  S3_KEY_ID: z.string(),
  S3_SECRET: z.string(),
})
const s3Names = Object.keys(S3.shape)

const Environment = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    /** Where people reach Silta, without a final slash. Links in mail and the cookie's rules follow it. */
    PUBLIC_URL: z
      .url({ protocol: /^https?$/ })
      .default('http://localhost:3000')
      .transform((url) => url.replace(/\/+$/, '')),
    /** The folder for uploaded files, when no S3 storage is given. */
    DATA_DIR: z.string().default('./data'),
    /** Without a key mail is kept in Silta instead of sent. */
    RESEND_API_KEY: z.string().optional(),
    MAIL_FROM: z.string().default('Silta <silta@localhost>'),
    /** Where text messages are handed over, as JSON; without it codes go by e-mail only, but in the demo. */
    SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
    SMS_KEY: z.string().optional(),
    /** `1` shows the made-up data and opens its accounts on the sign-in page. */
    SILTA_DEMO: z.stringbool().default(false),
  })
  .and(S3.partial())
  .superRefine((values, context) => {
    const missing = s3Names.filter((name) => values[name as keyof typeof values] === undefined)
    if (missing.length > 0 && missing.length < s3Names.length) {
      context.addIssue({
        code: 'custom',
        path: missing,
        message: 'S3 storage needs all of its five settings',
      })
    }
  })
  .transform((values) => {
    const s3 = S3.safeParse(values)
    return { ...values, s3: s3.success ? s3.data : undefined }
  })

export type Env = z.infer<typeof Environment>

let parsed: Env | undefined

/**
 * The settings of this process, read once. An empty variable counts as not set.
 * Throws an error that names every wrong setting, never its value; call it at start to fail early.
 */
export function env(): Env {
  parsed ??= readEnv(process.env)
  return parsed
}

/**
 * The address of the database, `postgres://…`. Apart from `env`, because a script chooses its database after its
 * modules have been loaded, and some of those ask for other settings while loading.
 */
export function databaseUrl(): string {
  const url = z.url({ protocol: /^postgres(ql)?$/ }).safeParse(process.env.DATABASE_URL)
  if (url.success) return url.data
  throw new Error('DATABASE_URL is not the address of a Postgres database (postgres://…)')
}

/** Reads settings from `variables`; separate from `env` so that it can be tried. */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const result = Environment.safeParse(given)
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) => `  ${path.join(', ')}: ${message}`)
  throw new Error(`Silta cannot start with these settings:\n${problems.join('\n')}`)
}
