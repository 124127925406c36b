import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import type { ListParams, ListShape, Page } from '~/platform/list-params'

export const bulkHistoryShape = {
  sorts: ['made'],
  defaultDirection: 'desc',
  pageSize: 20,
} as const satisfies ListShape<string>

/** A page of one's own acts on many companies, with what each gave them and to how many. */
export async function listOwnBulkChanges(
  db: Db,
  viewer: Pick<Viewer, 'userId'>,
  list: ListParams<'made'>,
): Promise<Page<BulkChangeRow>> {
  const matching = ownChanges(db, viewer)
  return readListPage(db, list, {
    rows: bulkChangeRows(matching).orderBy('bulk_change.id', list.direction),
    matching: matching.select('bulk_change.id'),
  })
}

function ownChanges(db: Db, viewer: Pick<Viewer, 'userId'>) {
  return db.selectFrom('bulk_change').where('bulk_change.made_by', '=', viewer.userId)
}

function bulkChangeRows(changes: ReturnType<typeof ownChanges>) {
  return changes
    .leftJoin('source_list', 'source_list.id', 'bulk_change.target_id')
    .leftJoin('tag', 'tag.id', 'bulk_change.target_id')
    .leftJoin('user_account as owner', 'owner.id', 'bulk_change.target_id')
    .select((eb) => [
      'bulk_change.id',
      'bulk_change.kind',
      'bulk_change.made_at as madeAt',
      'bulk_change.undone_at as undoneAt',
      'source_list.id as sourceListId',
      eb.fn.coalesce('source_list.name', 'tag.name', 'owner.name').as('target'),
      eb
        .selectFrom('bulk_change_company')
        .select((changed) => changed.fn.countAll<number>().as('companies'))
        .whereRef('bulk_change_company.bulk_change_id', '=', 'bulk_change.id')
        .as('companies'),
    ])
}

export type BulkChangeRow = Awaited<ReturnType<ReturnType<typeof bulkChangeRows>['execute']>>[number]
