type SearchKind = 'companies' | 'contacts' | 'needs' | 'candidates' | 'meetings' | 'placements'

export type SearchHit = {
  id: string
  to: string
  title: string
  detail: string | null
  /** When it is or was, as an instant or as a calendar day. */
  at?: Date
  day?: string
}

/** Hits of one kind; `all` is the address of the full list, null where there is none. */
export type SearchGroup = { kind: SearchKind; hits: SearchHit[]; more: boolean; all: string | null }
