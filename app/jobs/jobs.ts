/**
 * Work that happens later, and what each job is told. Payloads hold ids and codes only: they stay in the database
 * until the job is done, and a failed one is written to the log by name.
 */
export type Jobs = {
  /** Every minute: how many people fit the companies that something changed for. */
  count_company_fits: Record<string, never>
  /** Nightly: the same for everybody, since consents lapse and people become available. */
  recount_company_fits: Record<string, never>
  /** Nightly: whom approved campaigns call first, by what is known by then. */
  order_calls_anew: Record<string, never>
  /** Nightly: meetings whose day has come become the last contact of their companies. */
  refresh_passed_contacts: Record<string, never>
  /** Compares companies added or changed with the others; which they are stands in `duplicate_check`. */
  find_duplicates: Record<string, never>
  /** Nightly: sessions, form tokens, links and sign-in failures that mean nothing any more; CVs of people long gone. */
  forget_expired: Record<string, never>
  read_cv: { cvId: string }
  /** Recognises the text of a scanned CV; takes seconds a page. */
  read_scanned_cv: { cvId: string }
  /** After the words of a skill changed: reads again the CVs and needs that may name it. */
  look_for_skill_again: { skillId: string }
  /** The work of the stage that an import of companies is in. */
  run_import: { importId: string }
  /** Every minute: imports whose worker went away. */
  resume_imports: Record<string, never>
  /** Reads and saves an uploaded taxonomy. */
  run_taxonomy_import: { importId: string }
  /** Every minute: imports of taxonomies whose worker went away. */
  resume_taxonomy_imports: Record<string, never>
  send_mail: { mailId: string }
  /** Mornings: surveys nobody has answered or refused are asked about once more. */
  remind_of_surveys: Record<string, never>
  /** Nightly: presentations whose consent or time has ended are marked as ended. */
  settle_lapsed_presentations: Record<string, never>
  /** After a sign-out: what a caller held goes back to the queue. */
  release_calls: { userId: string }
  /** Takes away the bytes of a file whose row was removed or never committed. */
  remove_orphan_file: { fileId: string }
}

export type JobName = keyof Jobs
