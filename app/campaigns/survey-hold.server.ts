import { type RawBuilder, sql } from 'kysely'
import { isAllowed } from '~/companies/cooldown.server'
import { TIME_ZONE, today } from '~/platform/dates'

/**
 * SQL: until when a company is not called because the campaign's own survey, sent in place of a call, waits for its
 * answer; null when it may be called. The survey's closing day is the last. A reason that was written for the campaign
 * sets it free. Both names are columns of the query around.
 */
export function asksUntil(company: string, campaign: string): RawBuilder<Date | null> {
  return sql<Date | null>`(
    select max((survey.closes_on + 1)::timestamp at time zone ${sql.lit(TIME_ZONE)})
    from survey_recipient as asked
    join survey on survey.id = asked.survey_id
    left join mail on mail.id = asked.mail_id
    where asked.company_id = ${sql.ref(company)} and survey.campaign_id = ${sql.ref(campaign)}
      and survey.place = 'instead' and survey.closes_on >= ${today()}
      and asked.answered_at is null and asked.refused_at is null and mail.withheld_at is null
      and not ${isAllowed(company, campaign)}
  )`
}
