import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { EXPORT_PORTION, type ExportColumns, type ListToExport } from '~/exports/exports.server'
import type { Db } from '~/platform/db.server'
import { filterAddress, type ListParams } from '~/platform/list-params'
import type { TextKey } from '~/texts/text-keys'
import { matchingMeetings } from './meetings.server'

function meetingExportRows(meetings: ReturnType<typeof matchingMeetings>) {
  return meetings
    .leftJoin('user_account as host', 'host.id', 'meeting.host_id')
    .leftJoin('employer_round', 'employer_round.id', 'meeting.round_id')
    .select([
      'meeting.starts_at as startsAt',
      'meeting.minutes_long as minutesLong',
      'meeting.title',
      'meeting.kind',
      'meeting.mode',
      'meeting.status',
      'host.name as hostName',
      'employer_round.name as roundName',
      sql<string[]>`array(
        select company.name from meeting_company join company on company.id = meeting_company.company_id
        where meeting_company.meeting_id = meeting.id order by company.name
      )`.as('companyNames'),
    ])
}

type MeetingExportRow = Awaited<ReturnType<ReturnType<typeof meetingExportRows>['execute']>>[number]

/** The meetings that a filter leaves, the latest first; of people who look for work nothing. */
export function meetingsToExport(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  list: Pick<ListParams, 'search' | 'filters'>,
): ListToExport<MeetingExportRow> {
  return {
    list: 'meetings',
    address: `/meetings?${filterAddress(list)}`,
    columns,
    rows: meetingExportRows(matchingMeetings(db, viewer, list))
      .orderBy('meeting.starts_at', 'desc')
      .orderBy('meeting.id')
      .stream(EXPORT_PORTION),
  }
}

const columns: ExportColumns<MeetingExportRow> = (t) => [
  [t('meetings:field.starts_at'), (meeting) => meeting.startsAt],
  [t('meetings:field.minutes'), (meeting) => meeting.minutesLong],
  [t('meetings:field.title'), (meeting) => meeting.title],
  [t('meetings:field.companies'), (meeting) => meeting.companyNames],
  [t('meetings:field.kind'), (meeting) => t(`meetings:kind.${meeting.kind}` as TextKey)],
  [t('meetings:field.mode'), (meeting) => t(`meetings:mode.${meeting.mode}` as TextKey)],
  [t('ui:status'), (meeting) => t(`meetings:status.${meeting.status}` as TextKey)],
  [t('meetings:field.host'), (meeting) => meeting.hostName],
  [t('meetings:field.round'), (meeting) => meeting.roundName],
]
