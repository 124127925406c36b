import type { EmployerMailRules } from '~/mail/mail.server'
import { recordContact } from './contact-ledger.server'
import { findMessageBar } from './message-consents.server'

/** What mail to employers must heed at the moment of sending, and what the ledger is told when it has left. */
export const employerMail: EmployerMailRules = {
  whyWithheld: (db, mail) =>
    findMessageBar(db, { companyId: mail.companyId, means: 'email', reach: mail.to }),
  hasLeft: (trx, mail) =>
    recordContact(trx, {
      companyId: mail.companyId,
      channel: 'email',
      subject: ['mail', mail.id],
      reached: true,
      userId: mail.userId,
      roundId: mail.roundId,
    }),
}
