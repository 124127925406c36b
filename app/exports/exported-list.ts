/** The lists that leave the house as tables. */
export const EXPORTED_LISTS = [
  'companies',
  'call_list',
  'call_tasks',
  'callbacks',
  'calls',
  'survey_answers',
  'work_report',
  'meetings',
  'needs',
  'funnel_rows',
  'bad_rows',
  'queue',
  'suppressions',
  'source_list',
  'tasks',
] as const
export type ExportedList = (typeof EXPORTED_LISTS)[number]
