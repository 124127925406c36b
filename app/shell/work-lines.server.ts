import { sql } from 'kysely'

/** Lines shown of each kind of work; the count tells of the rest. */
export const SHOWN = 5

/** SQL: how many lines there are of the kind, beside each. */
export const count = sql<number>`(count(*) over ())::int`.as('count')
