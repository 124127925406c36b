import type { RowSource } from '../rows'

/** The timeline: a line for every company added and every call ended. */
export const activityRows: RowSource = {
  name: 'timeline',
  sql: () => `
    insert into activity (id, at, action, subject_type, subject_id, company_id)
    select bench.id_at(created_at, left(business_id, 7)::bigint, 30), created_at, 'company_added', 'company', id, id
    from company;
    insert into activity (id, at, actor_id, action, subject_type, subject_id, company_id, campaign_id)
    select bench.id_at(ended_at, row_number() over (), 31), ended_at, caller_id, 'call_' || outcome, 'call', id, company_id, campaign_id
    from call;
  `,
}
