import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { findSkillName } from '~/skills/skill-facts.server'
import { SkillFilter } from '~/skills/skill-filter'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Filters } from '~/ui/filters'
import { Page } from '~/ui/page'
import { CANDIDATE_SORTS, listCandidates } from '../candidate-list.server'
import { CandidateTable } from '../candidate-table'

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
  const { list, mayWrite, skill, ...page } = useLoaderData<typeof loader>()
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
      <CandidateTable list={list} page={page} mayWrite={mayWrite} />
    </Page>
  )
}
