import type { RowSource } from '../rows'

/** The ledger of the calls, as it would have been written with them. */
export const contactRows: RowSource = {
  name: 'contacts',
  sql: () => `
    insert into company_contact_event
      (id, company_id, at, channel, reached, round_id, campaign_id, user_id, subject_type, subject_id)
    select call.id, call.company_id, call.ended_at, 'call', call.outcome not in ('no_answer', 'busy', 'wrong_number'),
      campaign.round_id, call.campaign_id, call.caller_id, 'call', call.id
    from call join campaign on campaign.id = call.campaign_id;

    update company set last_contact_at = latest.at
    from (select company_id, max(at) as at from company_contact_event where reached group by company_id) as latest
    where latest.company_id = company.id;
  `,
}
