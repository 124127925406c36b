import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { LANGUAGES, type Language } from '~/texts/text-keys'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { Filters } from '~/ui/filters'
import { Badge, Page } from '~/ui/page'
import { Attribution } from '../taxonomy/attribution'
import { listTaxonomiesInUse } from '../taxonomy/taxonomy-import.server'
import { listSkills, SKILL_SORTS, type SkillRow } from '../vocabulary-list.server'

export const meta = pageTitle('skills:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'skills.read')
  const list = readListParams(request.url, { sorts: SKILL_SORTS, filters: { origin: ['own'] } })
  const [page, inUse] = await Promise.all([listSkills(db, list), listTaxonomiesInUse(db)])
  return { list, ...page, inUse, mayManage: may(viewer, 'settings.manage') }
}

/** The words Silta knows: what it can find in a CV or a need, and under which names. */
export default function Skills() {
  const { t } = useText()
  const { list, inUse, mayManage, ...page } = useLoaderData<typeof loader>()
  const columns = useColumns()
  return (
    <Page title={t('skills:title')} lead={t('skills:lead')} actions={mayManage && <ManagingLinks />}>
      <Filters
        list={list}
        searchLabel={t('skills:search')}
        filters={[
          {
            name: 'origin',
            label: t('skills:origin'),
            none: t('skills:all_groups'),
            options: [{ value: 'own', label: t('skills:own_only') }],
          },
        ]}
      />
      <DataTable caption={t('skills:title')} columns={columns} list={list} {...page} />
      <Attribution inUse={inUse} />
    </Page>
  )
}

/** The reader's own language leads to the skill's page. */
function SkillName({ row, code }: { row: SkillRow; code: Language }) {
  const { t, language } = useText()
  if (code !== language) return <span lang={code}>{row[code]}</span>
  return (
    <>
      <Link className="link" to={`/skills/${row.id}`}>
        {row[code]}
      </Link>{' '}
      {row.origin === 'own' && <Badge tone="info">{t('skills:own_badge')}</Badge>}
    </>
  )
}

function ManagingLinks() {
  const { t } = useText()
  return (
    <>
      <ButtonLink look="primary" to="/skills/new">
        {t('skills:own.add')}
      </ButtonLink>
      <ButtonLink to="/skills/unknown-words">{t('skills:unknown.title')}</ButtonLink>
      <ButtonLink to="/skills/taxonomies">{t('skills:taxonomy.title')}</ButtonLink>
    </>
  )
}

function useColumns(): Column<SkillRow>[] {
  const { t } = useText()
  return useMemo(
    () => [
      ...LANGUAGES.map((code) => ({
        id: code,
        header: t(`ui:languages.${code}`),
        sort: code,
        cell: (row: SkillRow) => <SkillName row={row} code={code} />,
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
