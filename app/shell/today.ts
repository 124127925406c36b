export type WorkKind =
  | 'callbacks'
  | 'tasks'
  | 'next_actions'
  | 'meetings_today'
  | 'meetings_week'
  | 'answers'
  | 'unanswered'
  | 'check_ins'
  | 'contact_too_long'
  | 'contact_too_dense'
  | 'next_steps'
  | 'assessments'
  | 'consents_ending'
  | 'plans_accepted'
  | 'requests_due'

/** One thing to do: whose it is, and since or until when, as an instant or as a calendar day. */
export type WorkLine = {
  id: string
  to: string
  title: string
  detail?: string | null
  at?: Date | null
  day?: string | null
}

/** Everything of one kind that waits, and the first few of it; `all` is the address of the full list. */
export type Work = { kind: WorkKind; count: number; all: string; lines: WorkLine[] }

export type Step = { step: 'accounts' | 'companies' | 'candidates' | 'campaigns'; to: string; done: boolean }
