import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { findSkillName } from '~/skills/skill-facts.server'
import { SkillFilter } from '~/skills/skill-filter'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { Filters } from '~/ui/filters'
import { Badge, EmptyState, Page } from '~/ui/page'
import { CANDIDATE_SORTS, type CandidateRow, listCandidates } from '../candidates.server'

export const meta = pageTitle('candidates:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.read')
  const list = readListParams(request.url, {
    sorts: CANDIDATE_SORTS,
    filters: { state: ['ended', 'all'], mine: ['yes'], skill: null },
  })
  return {
    list,
    ...(await listCandidates(db, viewer, list)),
    skill: await findSkillName(db, list.filters.skill),
    mayWrite: may(viewer, 'candidates.write'),
  }
}

export default function Candidates() {
  const { t } = useText()
  const { rows, list, total, capped, mayWrite, skill } = useLoaderData<typeof loader>()
  const columns = useColumns(mayWrite)
  return (
    <Page
      title={t('candidates:title')}
      actions={
        mayWrite && (
          <ButtonLink look="primary" to="/candidates/new">
            {t('candidates:new')}
          </ButtonLink>
        )
      }
    >
      <Filters
        list={list}
        searchLabel={t(mayWrite ? 'candidates:search_label_names' : 'candidates:search_label')}
        filters={[
          {
            name: 'state',
            label: t('candidates:filter.state'),
            none: t('candidates:filter.active'),
            options: [
              { value: 'ended', label: t('candidates:filter.ended') },
              { value: 'all', label: t('candidates:filter.all') },
            ],
          },
          ...(mayWrite
            ? [
                {
                  name: 'mine',
                  label: t('candidates:filter.mine'),
                  options: [{ value: 'yes', label: t('candidates:filter.only_mine') }],
                },
              ]
            : []),
        ]}
      >
        <SkillFilter skill={skill} />
      </Filters>
      <DataTable
        caption={t('candidates:title')}
        columns={columns}
        rows={rows}
        list={list}
        total={total}
        capped={capped}
        empty={
          <EmptyState
            title={t('candidates:empty_title')}
            action={mayWrite && <ButtonLink to="/candidates/new">{t('candidates:new')}</ButtonLink>}
          >
            {t('candidates:empty')}
          </EmptyState>
        }
      />
    </Page>
  )
}

function useColumns(seesNames: boolean): Column<CandidateRow>[] {
  const { t, format } = useText()
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('candidates:column.number'),
        sort: 'number',
        cell: (row) => (
          <Link className="link" to={`/candidates/${row.id}`}>
            {row.number}
          </Link>
        ),
      },
      ...(seesNames
        ? [
            {
              id: 'name',
              header: t('candidates:column.name'),
              sort: 'name',
              cell: (row: CandidateRow) => (
                <>
                  {row.name} {row.endedAt && <Badge>{t('candidates:end.ended_badge')}</Badge>}
                </>
              ),
            },
          ]
        : []),
      {
        id: 'headline',
        header: t('candidates:column.headline'),
        cell: (row) => row.headline ?? t('ui:none'),
      },
      {
        id: 'municipality',
        header: t('candidates:column.municipality'),
        cell: (row) => row.municipality ?? t('ui:none'),
      },
      {
        id: 'skills',
        header: t('candidates:column.skills'),
        align: 'right',
        cell: (row) => format.number(row.skillCount ?? 0),
      },
      { id: 'coach', header: t('candidates:column.coach'), cell: (row) => row.coachName ?? t('ui:none') },
    ],
    [t, format, seesNames],
  )
}
