import type { RowSource } from '../rows'

/** Each has a third of the companies, called; the last one runs and has half as many more yet to call. */
const campaigns = 12

/** Campaigns over all companies, their tasks, and calls spread over two years. */
export const callRows: RowSource = {
  name: 'calls',
  sql: ({ companies, calls }) => `
    insert into source_list (id, name) select bench.id_at('2024-01-01', 0, 20), 'Koko rekisteri';
    insert into source_list_company (source_list_id, company_id, matched_keywords, earlier_project)
    select source_list.id, company.id, '{pilvi}', bench.chance(left(business_id, 7)::bigint, 21, 50) = 0
    from company, source_list where bench.chance(left(business_id, 7)::bigint, 22, 5) = 0;

    insert into campaign (
      id, round_id, source_list_id, name, status, list_approved_at, created_at,
      calls_from, calls_until, call_weekdays, calls_on_holidays
    )
    select bench.id_at('2024-01-01'::timestamptz + n * interval '60 days', n, 23), employer_round.id, source_list.id,
      'Kampanja ' || n, case when n = ${campaigns} then 'running' else 'closed' end, now(), now(),
      '00:00', '24:00', '{1,2,3,4,5,6,7}', true
    from generate_series(1, ${campaigns}) as n, employer_round, source_list;
    insert into campaign_caller (campaign_id, user_id)
    select campaign.id, user_account.id from campaign, user_account where 'caller' = any(roles);

    create table bench.campaign as
    select row_number() over (order by id) as n, id from campaign;
    create table bench.company as
    select row_number() over (order by id) as n, id from company;
    create table bench.caller as
    select row_number() over (order by email) as n, id from user_account where 'caller' = any(roles);

    insert into call_task (campaign_id, company_id, status, attempts, position)
    select campaign.id, company.id,
      case when (company.n + campaign.n) % 3 = 0 then 'done' else 'queued' end,
      case when (company.n + campaign.n) % 3 = 0 then 1 else 0 end, company.n
    from bench.company
    join bench.campaign on (company.n + campaign.n) % 3 = 0 or (campaign.n = ${campaigns} and company.n % 6 = 1);

    insert into call (id, task_id, campaign_id, company_id, caller_id, claimed_at, lease_until, ended_at, outcome, note)
    select bench.id_at(at, call_number, 24), task.id, task.campaign_id, task.company_id, caller.id, at, at, at + interval '4 minutes',
      bench.pick(call_number, 25, array['no_answer', 'no_answer', 'no_answer', 'busy', 'not_interested', 'no_need_now', 'interested']),
      case when call_number % 4 = 0 then 'Palataan asiaan syksyllä.' end
    from generate_series(1, ${calls}) as call_number
    join bench.company on company.n = 1 + call_number % ${companies}
    join bench.campaign on campaign.n = 3 * (1 + call_number / ${companies} % 4) - company.n % 3
    join call_task as task on task.campaign_id = campaign.id and task.company_id = company.id and task.status = 'done'
    join bench.caller on caller.n = 1 + bench.chance(call_number, 26, 100),
      lateral (select '2024-01-01'::timestamptz + call_number * (interval '2 years' / ${calls}) as at) as made;
  `,
}
