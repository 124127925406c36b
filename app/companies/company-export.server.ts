import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { csvLine } from '~/platform/csv'
import type { Db } from '~/platform/db.server'
import type { Translate } from '~/texts/text'
import type { CompanyFilter } from './company-filter'
import { matchingCompanies } from './company-filter.server'
import type { CompanyField } from './import/company-field'

/** The columns of the table, headed by the words by which an import knows them again. */
const fields = [
  'business_id',
  'name',
  'form',
  'registered_on',
  'industry',
  'industry_code',
  'municipality',
  'street',
  'postcode',
  'website',
  'phone',
  'email',
  'employees',
  'language',
  'web_text',
] as const satisfies readonly CompanyField[]

/**
 * The companies that a filter leaves, as lines of a CSV file in the reader's language. They come as
 * they are read, so that a hundred thousand take no memory. That somebody took them is written down first.
 */
export async function* exportCompanies(
  db: Db,
  viewer: Pick<Viewer, 'roles' | 'userId'>,
  filter: CompanyFilter,
  t: Translate,
): AsyncGenerator<string> {
  const matching = matchingCompanies(db, viewer, filter)
  const { rows } = await matching
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow()
  await db.transaction().execute((trx) =>
    recordActivity(trx, {
      actorId: viewer.userId,
      action: 'companies_exported',
      subject: ['user_account', viewer.userId],
      detail: { rows },
    }),
  )
  // Spreadsheets take the file for UTF-8 by the byte order mark.
  yield `\ufeff${csvLine(fields.map((field) => t(`companies:fields.${field}`)))}`
  const companies = matching
    .select([
      'company.business_id',
      'company.name',
      'company.form',
      'company.registered_on',
      'company.industry',
      'company.industry_code',
      'company.municipality',
      'company.street',
      'company.postcode',
      'company.website',
      'company.phone',
      'company.email',
      'company.size_band as employees',
      'company.language',
      'company.web_text',
    ])
    .orderBy(sql`company.id`)
    .stream(500)
  for await (const company of companies) yield csvLine(fields.map((field) => company[field]))
}
