import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listActivity } from '~/activity/activity.server'
import { ActivityFeed } from '~/activity/activity-feed'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Card, Page, Section } from '~/ui/page'
import { CallerTable } from '../caller-table'
import { listCallers } from '../callers.server'
import { countCampaign } from '../campaign-counts.server'
import { CampaignOutcomes } from '../campaign-outcomes'
import { CampaignFacts, DecisionCounts, TaskCounts } from '../campaign-parts'
import { CampaignSteps } from '../campaign-steps'
import { findCampaign } from '../campaigns.server'
import { SurveyFigures } from '../survey-figures'
import { countSurvey } from '../surveys.server'

export const meta = pageTitle<typeof loader>(({ campaign }) => campaign.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.read')
  const campaign = orNotFound(await findCampaign(db, viewer, idParam(params, 'campaignId')))
  const [counts, survey, callers, timeline] = await Promise.all([
    countCampaign(db, campaign),
    countSurvey(db, campaign),
    listCallers(db, campaign),
    listActivity(db, { subject: ['campaign', campaign.id] }),
  ])
  return { campaign, counts, survey, callers, timeline, mayWrite: may(viewer, 'campaigns.write') }
}

export default function Campaign() {
  const { t } = useText()
  const { campaign, counts, survey, callers, timeline, mayWrite } = useLoaderData<typeof loader>()
  const { decisions, tasks, outcomes, companies } = counts
  const approved = campaign.listApprovedAt !== null
  return (
    <Page
      title={campaign.name}
      lead={campaign.goal}
      up={{ to: '/campaigns', label: t('campaigns:title') }}
      actions={
        <>
          <ButtonLink to="script">{t('campaigns:script')}</ButtonLink>
          <ButtonLink to="survey">{t('surveys:title')}</ButtonLink>
          {approved && <ButtonLink to="live">{t('live:title')}</ButtonLink>}
          {approved && <ButtonLink to="work">{t('calls:work.title')}</ButtonLink>}
          {mayWrite && <ButtonLink to="edit">{t('ui:edit')}</ButtonLink>}
        </>
      }
    >
      <CampaignSteps campaign={campaign} decisions={decisions} callers={callers} mayWrite={mayWrite} />
      <Section title={t('campaigns:the_list')} id="list">
        <DecisionCounts decisions={decisions} />
      </Section>
      {approved && (
        <Section
          title={t('campaigns:tasks')}
          id="tasks"
          actions={<ButtonLink to="queue">{t('queue:settings_link')}</ButtonLink>}
        >
          <TaskCounts tasks={tasks} />
        </Section>
      )}
      {approved && (
        <Section title={t('campaigns:outcomes')} id="outcomes">
          <CampaignOutcomes base={`/campaigns/${campaign.id}`} companies={companies} outcomes={outcomes} />
        </Section>
      )}
      {survey.sent > 0 && (
        <Section title={t('surveys:title')} id="survey">
          <SurveyFigures counts={survey} to="survey" />
        </Section>
      )}
      <Section
        title={t('campaigns:callers')}
        id="callers"
        actions={mayWrite && <ButtonLink to="callers">{t('campaigns:assign_callers')}</ButtonLink>}
      >
        <CallerTable callers={callers} campaignId={campaign.id} />
      </Section>
      <div className="grid gap-6 lg:grid-cols-2">
        <Section title={t('ui:details')} id="details">
          <Card>
            <CampaignFacts campaign={campaign} />
          </Card>
        </Section>
        <Section title={t('ui:timeline')} id="timeline">
          <ActivityFeed timeline={timeline} moreFrom={`/campaigns/${campaign.id}/timeline`} />
        </Section>
      </div>
    </Page>
  )
}
