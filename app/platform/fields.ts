import { z } from 'zod'

/** Building blocks of form schemas. Error messages are text keys of the namespace `errors`. */

export const text = (max = 200) => z.string().trim().min(1).max(max)
export const optionalText = (max = 200) => z.string().trim().max(max).optional()
export const longText = (max = 5000) => z.string().trim().min(1).max(max)

/** A calendar day 'YYYY-MM-DD'; never a JavaScript Date, which would shift with the time zone. */
export const day = () => z.iso.date()
export const optionalDay = () => z.iso.date().optional()

export const email = () => z.string().trim().toLowerCase().max(254).pipe(z.email())
export const optionalEmail = () => email().optional()

/** The version the form was opened with; a write with an older one is refused as a conflict. */
export const version = () => z.coerce.number().int().positive()

/** 'YYYY-MM-DDTHH:MM' as the browser's field gives it: wall-clock time in Finland. */
export const localTime = () => z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, { error: 'errors:moment' })

/** At least one of many identifiers, from check boxes; which of them there are is asked of the database. */
export const chosenIds = () =>
  z.preprocess(
    (given) => (given === undefined || given === '' ? [] : Array.isArray(given) ? given : [given]),
    z.array(z.string().max(120)).min(1, { error: 'errors:required' }).max(100),
  )

/** Any number of choices from check boxes; one checked box arrives as a string, none as nothing. */
export const choices = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (given) => (given === undefined || given === '' ? [] : Array.isArray(given) ? given : [given]),
    z.array(z.enum(values)),
  )
