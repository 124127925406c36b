import type { CronItemOptions } from 'graphile-worker'
import { forgetOldLinks } from '~/auth/account-links.server'
import { deleteExpiredSessions } from '~/auth/session.server'
import { forgetOldTries } from '~/auth/try-limit.server'
import { orderCallsAnew } from '~/campaigns/call-order.server'
import { releaseCallsOfSignedOut } from '~/campaigns/call-queue.server'
import { remindOfSurveys } from '~/campaigns/survey-mail.server'
import { readCv, readScannedCv } from '~/candidates/cv-reading-jobs.server'
import { forgetRemovedOwnContacts } from '~/candidates/own-contacts.server'
import { forgetOldPersonLinks } from '~/candidates/person-links.server'
import { refreshPassedContacts } from '~/companies/contact-ledger.server'
import { findDuplicates } from '~/companies/duplicates/duplicate-search.server'
import { employerMail } from '~/companies/employer-mail.server'
import { resumeImports } from '~/companies/import/import.server'
import { runImport } from '~/companies/import/import-run.server'
import { removeOrphanFile } from '~/files/files.server'
import { sendMail } from '~/mail/mail.server'
import { countCompanyFits, recountCompanyFits } from '~/needs/company-fit-counts.server'
import { lookForSkillAgain } from '~/needs/look-for-skill-again.server'
import { forgetLeftPeople } from '~/person/left-people.server'
import { db } from '~/platform/db.server'
import { forgetOldSubmissions } from '~/platform/form.server'
import { settleLapsedPresentations } from '~/presentations/lapsed-presentations.server'
import { forgetOldSealedFacts } from '~/presentations/sealed-lists.server'
import { resumeTaxonomyImports, runTaxonomyImport } from '~/skills/taxonomy/taxonomy-import.server'
import type { JobName, Jobs } from './jobs'
import { SWEEPS } from './queue.server'

/**
 * What does each job. A handler may run again after it half succeeded, so it asks the rows what is left to do;
 * an error means: later again.
 */
export const handlers: { [Name in JobName]: (payload: Jobs[Name]) => Promise<unknown> } = {
  find_duplicates: findDuplicates,
  count_company_fits: () => countCompanyFits(db),
  recount_company_fits: () => recountCompanyFits(db),
  order_calls_anew: () => orderCallsAnew(db),
  read_cv: readCv,
  read_scanned_cv: readScannedCv,
  look_for_skill_again: lookForSkillAgain,
  run_import: ({ importId }) => runImport(importId),
  resume_imports: () => resumeImports(db),
  run_taxonomy_import: ({ importId }) => runTaxonomyImport(importId),
  resume_taxonomy_imports: resumeTaxonomyImports,
  send_mail: ({ mailId }) => sendMail(mailId, employerMail),
  remind_of_surveys: () => remindOfSurveys(db),
  remove_orphan_file: ({ fileId }) => removeOrphanFile(fileId),
  release_calls: ({ userId }) => releaseCallsOfSignedOut(db, userId),
  refresh_passed_contacts: () => refreshPassedContacts(db),
  settle_lapsed_presentations: () => settleLapsedPresentations(db),
  forget_expired: () =>
    Promise.all([
      deleteExpiredSessions(),
      forgetOldSubmissions(db),
      forgetOldTries(db),
      forgetOldLinks(db),
      forgetOldPersonLinks(db),
      forgetOldSealedFacts(db),
      forgetLeftPeople(db),
      forgetRemovedOwnContacts(db),
    ]),
}

/** Waits for other sweeps, and never more than once. */
const sweep = (jobKey: string): CronItemOptions => ({ queueName: SWEEPS, jobKey })

/** Jobs by the clock, in UTC: minute, hour, day, month, weekday. */
export const schedule: { task: JobName; match: string; options?: CronItemOptions }[] = [
  { task: 'resume_imports', match: '* * * * *' },
  { task: 'count_company_fits', match: '* * * * *', options: sweep('count_company_fits') },
  { task: 'recount_company_fits', match: '40 1 * * *', options: sweep('recount_company_fits') },
  { task: 'resume_taxonomy_imports', match: '* * * * *' },
  { task: 'order_calls_anew', match: '30 2 * * *' },
  { task: 'find_duplicates', match: '0 2 * * *', options: sweep('find_duplicates:all') },
  { task: 'forget_expired', match: '10 1 * * *' },
  { task: 'settle_lapsed_presentations', match: '20 1 * * *' },
  { task: 'remind_of_surveys', match: '0 6 * * 1-5' },
  { task: 'refresh_passed_contacts', match: '30 1 * * *' },
]
