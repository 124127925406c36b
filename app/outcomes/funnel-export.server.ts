import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { EXPORT_PORTION, type ExportColumns, type ListToExport } from '~/exports/exports.server'
import type { PlacementForm } from '~/placements/placement'
import type { Db } from '~/platform/db.server'
import { type FunnelStep, UNIT } from './funnel'
import { type FunnelRow, funnelRows } from './funnel.server'

type Placement = { company: string; form: PlacementForm; startedOn: string }
type Row = FunnelRow & { placements: Placement[] }

/** SQL over `counted`: what a person who is counted as placed or hired has begun in the round. */
const placementsOf = (step: FunnelStep, roundId: string) => sql<Placement[]>`coalesce((
  select jsonb_agg(
    jsonb_build_object('company', company.name, 'form', placement.form, 'startedOn', placement.started_on)
    order by placement.started_on
  )
  from placement join company on company.id = placement.company_id
  where placement.candidate_id = counted.id and placement.round_id = ${roundId}::uuid
    and placement.started_on is not null and (${step} <> 'hired' or placement.form = 'hire')
), '[]')`

/** The rows behind one figure of a round; people by number only. */
export function funnelRowsToExport(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  step: FunnelStep,
  roundId: string,
): ListToExport<Row> {
  const began = step === 'placed' || step === 'hired'
  return {
    list: 'funnel_rows',
    address: `/outcomes/rounds/${roundId}/${step}`,
    columns: began ? beginningColumns : columnsOf(step),
    rows: funnelRows(db, viewer, step, roundId)
      .select((began ? placementsOf(step, roundId) : sql<Placement[]>`'[]'::jsonb`).as('placements'))
      .stream(EXPORT_PORTION),
  }
}

const columnsOf =
  (step: FunnelStep): ExportColumns<Row> =>
  (t) => [
    [t(`outcomes:row.${UNIT[step]}`), (row) => row.label],
    [t(`outcomes:row_more.${UNIT[step]}`), (row) => row.at ?? row.more],
  ]

const beginningColumns: ExportColumns<Row> = (t) => [
  ...columnsOf('placed')(t),
  [t('exports:company'), (row) => row.placements.map(({ company }) => company)],
  [t('exports:form'), (row) => row.placements.map(({ form }) => t(`placements:form.${form}`))],
  [t('exports:started_on'), (row) => row.placements.map(({ startedOn }) => startedOn)],
]
