/** The stages of an import in their order; a person acts between them, the work of the others runs by itself. */
const importStatuses = [
  'reading',
  'read',
  'checking',
  'checked',
  'committing',
  'committed',
  'undoing',
  'undone',
  'cancelled',
  'failed',
] as const
export type ImportStatus = (typeof importStatuses)[number]

const runningStatuses = ['reading', 'checking', 'committing', 'undoing'] as const
type RunningStatus = (typeof runningStatuses)[number]

/** Whether the import is being worked on in the background now. */
export function isRunning(status: ImportStatus): status is RunningStatus {
  return runningStatuses.some((running) => running === status)
}
