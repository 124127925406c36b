import { type RawBuilder, sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import { companyReferences } from './company-references.server'
import { type MergeForm, mergeFieldNames, mergeFields } from './merge'
import { keepStricterBans, strictestConsent } from './merge-bans.server'
import { keepPairsOfMerged } from './merge-pairs.server'
import { workOutAnew, writableColumns } from './merged-columns.server'
import { type Merge, takeOverRows } from './merged-rows.server'

type CompanyRow = Record<string, unknown> & {
  id: string
  version: number
  business_id: string | null
  name: string
}

/**
 * Makes two companies one: everything of the one that goes belongs to the one that stays, whose fields become what was
 * chosen. Every row touched is written down, so that `undoMerge` can put it back. `conflict` when either company was
 * changed after the page was opened. RuleError while somebody talks with one of them.
 */
export async function mergeCompanies(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  { keptId, removedId }: { keptId: string; removedId: string },
  form: MergeForm,
): Promise<{ id: string } | 'conflict'> {
  await lockCompanies(trx, [keptId, removedId])
  const [kept, removed] = [await companyRow(trx, keptId), await companyRow(trx, removedId)]
  if (kept?.version !== form.keptVersion || removed?.version !== form.removedVersion) return 'conflict'
  await refuseWhileOnTheLine(trx, [keptId, removedId])

  const { id } = await trx
    .insertInto('company_merge')
    .values({
      kept_id: keptId,
      removed_id: removedId,
      removed,
      removed_name: removed.name,
      merged_by: viewer.userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const merge: Merge = { id, keptId, removedId }

  await keepStricterBans(trx, merge, async () => {
    await keepPairsOfMerged(trx, merge)
    for (const reference of companyReferences) await takeOverRows(trx, merge, reference)
    await strictestConsent(trx, merge)
    await trx.deleteFrom('company').where('id', '=', removedId).execute()
    await keepChosenFields(trx, merge, kept, removed, form)
  })

  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'companies_merged',
    subject: ['company_merge', id],
    companyId: keptId,
  })
  await workOutAnew(trx, [keptId])
  return { id }
}

/** Tasks before companies, as a caller who takes the next company does: the other order could lock both for ever. */
async function lockCompanies(trx: Trx, companyIds: string[]): Promise<void> {
  await sql`select from call_task where company_id = any(${companyIds}::uuid[]) order by id for update`.execute(
    trx,
  )
  await sql`select from company where id = any(${companyIds}::uuid[]) order by id for update`.execute(trx)
}

/** Every column of a company as it stands now. */
async function companyRow(db: Db, companyId: string): Promise<CompanyRow | undefined> {
  const { rows } = await sql<{ row: CompanyRow }>`
    select to_jsonb(company) as row from company where id = ${companyId}
  `.execute(db)
  return rows[0]?.row
}

async function refuseWhileOnTheLine(trx: Trx, companyIds: string[]): Promise<void> {
  const open = await trx
    .selectFrom('call')
    .select('id')
    .where('company_id', 'in', companyIds)
    .where('outcome', 'is', null)
    .where('released_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (open) throw new RuleError('duplicates:rule.on_the_line')
}

/** Columns that nobody chooses between and that are more than "the other's, where this one has none". */
const unchosen: Record<string, RawBuilder<unknown>> = {
  created_at: sql`least(kept.created_at, gone.created_at)`,
  last_contact_at: sql`greatest(kept.last_contact_at, gone.last_contact_at)`,
  web_text: sql`nullif(concat_ws(' ', kept.web_text, nullif(gone.web_text, kept.web_text)), '')`,
  version: sql`kept.version + 1`,
}

async function keepChosenFields(
  trx: Trx,
  merge: Merge,
  kept: CompanyRow,
  removed: CompanyRow,
  form: MergeForm,
): Promise<void> {
  const fromRemoved = new Set<string>(
    mergeFieldNames.filter((name) => form[name] === 'removed').flatMap((name) => mergeFields[name]),
  )
  const fromKept = new Set<string>(
    mergeFieldNames.filter((name) => form[name] === 'kept').flatMap((name) => mergeFields[name]),
  )
  const columns = (await writableColumns(trx, 'company')).filter((column) => column !== 'id')
  const chosenOf = (column: string) => {
    const [own, gone] = [sql`kept.${sql.ref(column)}`, sql`gone.${sql.ref(column)}`]
    if (fromKept.has(column)) return own
    return fromRemoved.has(column) ? gone : (unchosen[column] ?? sql`coalesce(${own}, ${gone})`)
  }
  // A parent and its daughter may become one, and nobody is their own parent.
  const parent = sql`nullif(${chosenOf('parent_business_id')}, ${chosenOf('business_id')})`
  const values = columns.map(
    (column) => sql`${sql.ref(column)} = ${column === 'parent_business_id' ? parent : chosenOf(column)}`,
  )
  await sql`
    update company as kept set ${sql.join(values)}
    from jsonb_populate_record(null::company, ${JSON.stringify(removed)}::text::jsonb) as gone
    where kept.id = ${merge.keptId}
  `.execute(trx)

  const now = await companyRow(trx, merge.keptId)
  const changes = Object.fromEntries(
    columns
      .filter(
        (column) => column !== 'version' && JSON.stringify(now?.[column]) !== JSON.stringify(kept[column]),
      )
      .map((column) => [column, { before: kept[column] ?? null, after: now?.[column] ?? null }]),
  )
  const lostId = [kept.business_id, removed.business_id].find((id) => id && id !== now?.business_id)
  await trx
    .updateTable('company_merge')
    .set({ changes, removed_business_id: lostId ?? null })
    .where('id', '=', merge.id)
    .execute()
}
