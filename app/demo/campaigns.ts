import { suggestedScript } from '~/campaigns/suggested-script'
import type { Company } from './companies'
import type { Staff } from './staff'
import type { Story } from './story'

type CampaignPlan = {
  name: string
  goal: string
  roundId: string
  sourceListId: string
  status: 'running' | 'closed'
  /** Days from today: made, list approved, first and last day of calling. */
  madeOn: number
  approvedOn: number
  startsOn: number
  endsOn: number
  included: readonly Company[]
  excluded: readonly { company: Company; reason: string }[]
  undecided: readonly Company[]
}

/** A campaign with its decided and frozen list and its caller; the tasks are added by those who tell of the calls. */
export function addCampaign(story: Story, staff: Staff, plan: CampaignPlan): string {
  const { rows } = story
  const madeAt = story.at(plan.madeOn, '11:00')
  const approvedAt = story.at(plan.approvedOn, '14:00')
  const id = story.id(madeAt)
  rows.add('campaign', {
    id,
    round_id: plan.roundId,
    source_list_id: plan.sourceListId,
    name: plan.name,
    goal: plan.goal,
    status: plan.status,
    // Whoever tries the demonstration may do so on a Sunday night.
    calls_from: '00:00',
    calls_until: '24:00',
    call_weekdays: [1, 2, 3, 4, 5, 6, 7],
    calls_on_holidays: true,
    starts_on: story.day(plan.startsOn),
    ends_on: story.day(plan.endsOn),
    list_approved_at: approvedAt,
    list_approved_by: staff.liaison,
    closed_at: plan.status === 'closed' ? story.at(plan.endsOn, '15:30') : null,
    created_by: staff.liaison,
    created_at: madeAt,
  })
  rows.add('call_script', {
    id: story.id(madeAt),
    campaign_id: id,
    number: 1,
    text_fi: suggestedScript.fi,
    text_sv: suggestedScript.sv,
    text_en: suggestedScript.en,
    made_by: staff.liaison,
    made_at: madeAt,
  })
  addCallList(story, staff, id, plan, approvedAt)
  rows.add('campaign_caller', {
    campaign_id: id,
    user_id: staff.caller,
    added_by: staff.liaison,
    added_at: approvedAt,
  })
  tellCourse(story, staff, id, plan)
  return id
}

/** The companies of the call list with what was decided of each. */
function addCallList(story: Story, staff: Staff, id: string, plan: CampaignPlan, approvedAt: Date): void {
  const decide = (company: Company, decision: string | null, reason: string | null) =>
    story.rows.add('campaign_company', {
      campaign_id: id,
      company_id: company.id,
      decision,
      reason,
      decided_by: decision ? staff.liaison : null,
      decided_at: decision ? approvedAt : null,
    })
  for (const company of plan.included) decide(company, 'include', null)
  for (const { company, reason } of plan.excluded) decide(company, 'exclude', reason)
  for (const company of plan.undecided) decide(company, null, null)
}

/** A line of the timeline for each step of the campaign. */
function tellCourse(story: Story, staff: Staff, id: string, plan: CampaignPlan): void {
  const about = { campaignId: id, roundId: plan.roundId }
  const tell = (at: Date, action: string, count?: number) =>
    story.tell(at, staff.liaison, action, ['campaign', id], about, count === undefined ? {} : { count })
  tell(story.at(plan.madeOn, '11:00'), 'campaign_added')
  tell(story.at(plan.approvedOn, '13:10'), 'companies_included', plan.included.length)
  if (plan.excluded.length > 0)
    tell(story.at(plan.approvedOn, '13:25'), 'companies_excluded', plan.excluded.length)
  tell(story.at(plan.approvedOn, '13:40'), 'caller_added')
  tell(story.at(plan.approvedOn, '14:00'), 'call_list_approved', plan.included.length)
  tell(story.at(plan.startsOn, '08:45'), 'campaign_running')
  if (plan.status === 'closed') tell(story.at(plan.endsOn, '15:30'), 'campaign_closed')
}
