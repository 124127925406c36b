import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { LANGUAGES } from '~/texts/text-keys'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { Filters } from '~/ui/filters'
import { Page } from '~/ui/page'
import { Attribution } from '../taxonomy/attribution'
import { listTaxonomiesInUse } from '../taxonomy/taxonomy-import.server'
import { listSkills, SKILL_SORTS, type SkillRow } from '../vocabulary-list.server'

export const meta = pageTitle('skills:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'skills.read')
  const list = readListParams(request.url, { sorts: SKILL_SORTS })
  const [page, inUse] = await Promise.all([listSkills(db, list), listTaxonomiesInUse(db)])
  return { list, ...page, inUse, mayManage: may(viewer, 'settings.manage') }
}

/** The words Silta knows: what it can find in a CV or a need, and under which names. */
export default function Skills() {
  const { t } = useText()
  const { rows, list, total, capped, inUse, mayManage } = useLoaderData<typeof loader>()
  const columns = useColumns()
  return (
    <Page
      title={t('skills:title')}
      lead={t('skills:lead')}
      actions={mayManage && <ButtonLink to="/skills/taxonomies">{t('skills:taxonomy.title')}</ButtonLink>}
    >
      <Filters list={list} searchLabel={t('skills:search')} />
      <DataTable
        caption={t('skills:title')}
        columns={columns}
        rows={rows}
        list={list}
        total={total}
        capped={capped}
      />
      <Attribution inUse={inUse} />
    </Page>
  )
}

function useColumns(): Column<SkillRow>[] {
  const { t } = useText()
  return useMemo(
    () => [
      ...LANGUAGES.map((code) => ({
        id: code,
        header: t(`common:languages.${code}`),
        sort: code,
        cell: (row: SkillRow) => <span lang={code}>{row[code]}</span>,
      })),
      {
        id: 'words',
        header: t('skills:words'),
        cell: (row) => <span className="text-sm text-soft">{row.words}</span>,
      },
    ],
    [t],
  )
}
