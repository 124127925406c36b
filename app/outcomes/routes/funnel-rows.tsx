import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { ExportLink } from '~/exports/export-link'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { Page } from '~/ui/page'
import { isFunnelStep, UNIT } from '../funnel'
import { type FunnelRow, findRound, listFunnelRows } from '../funnel.server'

export const meta = pageTitle<typeof loader>(
  (data, t) => `${t(`outcomes:step.${data.step}`)} · ${data.round.name}`,
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'outcomes.read')
  const { step } = params
  const round = await findRound(db, viewer, idParam(params, 'roundId'))
  if (!round || !isFunnelStep(step)) throw notFound()
  const list = readListParams(request.url, { sorts: ['label'] })
  return {
    round,
    step,
    list,
    ...(await listFunnelRows(db, viewer, step, round.id, list)),
    opens: {
      companies: may(viewer, 'companies.read'),
      meetings: may(viewer, 'meetings.read'),
      persons: may(viewer, 'candidates.read'),
      placements: may(viewer, 'placements.read'),
    },
  }
}

/** The rows behind one number of the funnel, and the definition by which they were counted. */
export default function FunnelRows() {
  const { t } = useText()
  const { round, step, list, opens, ...page } = useLoaderData<typeof loader>()
  const unit = UNIT[step]
  const to = { companies: '/companies', meetings: '/meetings', persons: '/candidates' }[unit]
  const columns = useColumns(unit, opens[unit] ? to : null)
  return (
    <Page
      title={t(`outcomes:step.${step}`)}
      lead={t(`outcomes:definition.${step}`)}
      up={{ to: `/outcomes?round=${round.id}`, label: round.name }}
      actions={
        <>
          {(step === 'placed' || step === 'hired') && opens.placements && (
            <ButtonLink to={`/placements?round=${round.id}${step === 'hired' ? '&form=hire' : ''}`}>
              {t('outcomes:behind.placements')}
            </ButtonLink>
          )}
          <ExportLink to={`/outcomes/rounds/${round.id}/${step}/rows.csv`} />
        </>
      }
    >
      <DataTable caption={t(`outcomes:step.${step}`)} columns={columns} list={list} {...page} />
    </Page>
  )
}

function useColumns(unit: 'companies' | 'meetings' | 'persons', to: string | null): Column<FunnelRow>[] {
  const { t, format } = useText()
  return useMemo(
    () => [
      {
        id: 'label',
        header: t(`outcomes:row.${unit}`),
        cell: (row) =>
          to ? (
            <Link className="link" to={`${to}/${row.id}`}>
              {row.label}
            </Link>
          ) : (
            row.label
          ),
      },
      {
        id: 'more',
        header: t(`outcomes:row_more.${unit}`),
        cell: (row) => (row.at ? format.moment(row.at) : (row.more ?? t('ui:none'))),
      },
    ],
    [t, format, unit, to],
  )
}
