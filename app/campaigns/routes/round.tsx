import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { EngagementTable } from '~/companies/engagement-table'
import { countStages, engagementListShape, listRoundEngagements } from '~/companies/engagements.server'
import { type Stage, stages } from '~/companies/stage'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { Facts, Page, Section } from '~/ui/page'
import { listRoundCampaigns } from '../campaigns.server'
import { Counts } from '../counts'
import { period } from '../period'
import { findRound } from '../rounds.server'

export const meta = pageTitle<typeof loader>(({ round }) => round.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const round = orNotFound(await findRound(db, viewer, idParam(params, 'roundId')))
  const list = readListParams(request.url, engagementListShape)
  const [page, counts, campaigns] = await Promise.all([
    listRoundEngagements(db, viewer, round.id, list),
    countStages(db, viewer, round.id),
    listRoundCampaigns(db, viewer, round.id),
  ])
  return { round, list, page, counts, campaigns, mayWrite: may(viewer, 'campaigns.write') }
}

export default function Round() {
  const { t, format } = useText()
  const { round, list, page, counts, campaigns, mayWrite } = useLoaderData<typeof loader>()
  const stageName = (stage: Stage) => t(`companies:stages.${stage}`)
  return (
    <Page
      title={round.name}
      lead={round.goal}
      up={{ to: '/rounds', label: t('rounds:title') }}
      actions={mayWrite && <ButtonLink to="edit">{t('ui:edit')}</ButtonLink>}
    >
      <Section title={t('ui:details')}>
        <Facts
          facts={[
            { label: t('rounds:project'), value: `${round.projectName} (${round.projectCode})` },
            { label: t('campaigns:period'), value: period(round, format) },
            {
              label: t('campaigns:title'),
              value:
                campaigns.length > 0 &&
                campaigns.map((campaign) => (
                  <Link key={campaign.id} className="link mr-3" to={`/campaigns/${campaign.id}`}>
                    {campaign.name}
                  </Link>
                )),
            },
          ]}
        />
      </Section>
      <Section title={t('rounds:stages')} id="stages">
        <Counts
          counts={stages
            .map((stage) => ({ stage, companies: counts.find((one) => one.stage === stage)?.companies ?? 0 }))
            .filter(({ companies }) => companies > 0)
            .map(({ stage, companies }) => ({
              key: stage,
              label: stageName(stage),
              count: companies,
              to: `?stage=${stage}#companies`,
            }))}
          empty={t('rounds:no_companies')}
        />
      </Section>
      <Section title={t('rounds:companies')} id="companies">
        <Filters
          list={list}
          searchLabel={t('campaigns:search_company')}
          filters={[
            {
              name: 'stage',
              label: t('companies:stage'),
              options: [
                { value: 'taking_part', label: t('rounds:taking_part') },
                ...optionsOf(stages, (stage) => stageName(stage)),
              ],
            },
          ]}
        />
        <EngagementTable page={page} list={list} mayWrite={mayWrite} />
      </Section>
    </Page>
  )
}
