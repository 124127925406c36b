import { sql } from 'kysely'
import { interestedStages } from '~/companies/stage'
import type { Db } from '~/platform/db.server'
import { CONSENT_SCOPE } from './consent'

const MOST_SCOPES = 500

/**
 * Rounds and companies a person may be asked about: open rounds first, then companies taking part in one, with
 * needs, or named by `asked` as a scope.
 */
export async function consentScopes(db: Db, asked: string) {
  const [, kind, askedId] = CONSENT_SCOPE.exec(asked) ?? []
  const [rounds, companies] = await Promise.all([
    db
      .selectFrom('employer_round')
      .select(['id', 'name'])
      .where('closed_at', 'is', null)
      .orderBy('name')
      .limit(MOST_SCOPES)
      .execute(),
    db
      .selectFrom('company')
      .select(['company.id', 'company.name'])
      .where((where) =>
        where.or([
          where.exists(
            where
              .selectFrom('engagement')
              .select('engagement.id')
              .whereRef('engagement.company_id', '=', 'company.id')
              .where('engagement.stage', 'in', interestedStages),
          ),
          where.exists(
            where.selectFrom('need').select('need.id').whereRef('need.company_id', '=', 'company.id'),
          ),
          ...(askedId && kind === 'company' ? [where('company.id', '=', askedId)] : []),
        ]),
      )
      .orderBy(sql`company.id = ${kind === 'company' ? (askedId ?? null) : null}::uuid`, (asked) =>
        asked.desc().nullsLast(),
      )
      .orderBy('company.name')
      .limit(MOST_SCOPES)
      .execute(),
  ])
  return [
    ...rounds.map((round) => ({ kind: 'round' as const, ...round })),
    ...companies.map((company) => ({ kind: 'company' as const, ...company })),
  ]
}

/**
 * The company or round that 'company:<id>' or 'round:<id>' names, neither for no scope, or undefined when there is no
 * such.
 */
export async function findConsentScope(db: Db, scope: string | undefined) {
  if (!scope) return { companyId: null, roundId: null }
  const [, kind, id] = CONSENT_SCOPE.exec(scope) ?? []
  if (!id) return undefined
  if (kind === 'company') {
    const company = await db.selectFrom('company').select('id').where('id', '=', id).executeTakeFirst()
    return company && { companyId: company.id, roundId: null }
  }
  const round = await db.selectFrom('employer_round').select('id').where('id', '=', id).executeTakeFirst()
  return round && { companyId: null, roundId: round.id }
}
