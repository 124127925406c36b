import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { WORK_FORMS } from '~/candidates/candidate'
import { ExportLink } from '~/exports/export-link'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { findSkillName } from '~/skills/skill-facts.server'
import { SkillFilter } from '~/skills/skill-filter'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { listNeeds, needListShape } from '../need-list.server'
import { NeedTable } from '../need-table'

export const meta = pageTitle('needs:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'needs.read')
  const list = readListParams(request.url, needListShape)
  const [page, skill] = await Promise.all([
    listNeeds(db, viewer, list),
    findSkillName(db, list.filters.skill),
  ])
  return {
    list,
    ...page,
    skill,
    mayWrite: may(viewer, 'needs.write'),
    mayMatch: may(viewer, 'matches.read'),
    mayExport: may(viewer, 'needs.export'),
  }
}

export default function Needs() {
  const { t } = useText()
  const { list, mayWrite, mayMatch, mayExport, skill, ...page } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('needs:title')}
      actions={
        <>
          {mayExport && <ExportLink to="/needs/export.csv" list={list} />}
          <ButtonLink to="/needs/told">{t('told:title')}</ButtonLink>
          {mayMatch && <ButtonLink to="/needs/gaps">{t('gaps:open')}</ButtonLink>}
          {mayWrite && (
            <ButtonLink look="primary" to="/needs/new">
              {t('needs:new')}
            </ButtonLink>
          )}
        </>
      }
    >
      <Filters
        list={list}
        searchLabel={t('needs:search_label')}
        filters={[
          {
            name: 'status',
            label: t('ui:status'),
            none: t('needs:status.open'),
            options: [
              { value: 'filled', label: t('needs:status.filled') },
              { value: 'closed', label: t('needs:status.closed') },
              { value: 'all', label: t('ui:all') },
            ],
          },
          {
            name: 'form',
            label: t('needs:field.forms'),
            options: optionsOf(WORK_FORMS, (value) => t(`candidates:form.${value}`)),
          },
        ]}
      >
        <SkillFilter skill={skill} />
      </Filters>
      <NeedTable list={list} page={page} mayWrite={mayWrite} />
    </Page>
  )
}
