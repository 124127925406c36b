import { type UpdatableColumn, updatableColumns } from './company-field'

const reasons = [
  'gone',
  'changed',
  'call',
  'call_task',
  'campaign_company',
  'engagement',
  'meeting_company',
  'need',
  'placement',
  'presentation',
  'consent',
  'blocked_company',
  'suppression',
  'source_list_company',
  'activity',
  'contact',
  'other',
] as const

type LeftReason =
  | { why: (typeof reasons)[number]; column: null }
  | { why: 'changed'; column: UpdatableColumn }

/** Reads why an undo let a row be: `gone`, `changed`, `changed:<column>`, `used:<table>`. */
export function leftReason(code: string): LeftReason {
  const [what, about] = code.split(':')
  const column = what === 'changed' && updatableColumns.find((each) => each === about)
  if (column) return { why: 'changed', column }
  return { why: reasons.find((reason) => reason === (about ?? what)) ?? 'other', column: null }
}
