import type { EmployerMailRules } from '~/mail/mail.server'
import type { Trx } from '~/platform/db.server'
import { recordContact } from './contact-ledger.server'
import { findContactInTheWay } from './cooldown.server'
import { findMessageBar } from './message-consents.server'

/**
 * What mail to employers must heed at the moment of sending, and what the ledger is told when it has left. Bans and the
 * consent of sole traders hold for all mail. The rest after others' contacts holds for a campaign's mail alone: an
 * invitation to an agreed meeting, a profile for the company's own need or its account is no cold contact, but part of
 * the contact that set the rest going.
 */
export const employerMail: EmployerMailRules = {
  async whyWithheld(db, { companyId, campaignId, to }) {
    const bar = await findMessageBar(db, { companyId, means: 'email', reach: to })
    if (bar || !campaignId) return bar
    const inTheWay = await findContactInTheWay(db, companyId, { campaignId })
    return inTheWay ? 'resting' : null
  },
  async hasLeft(trx, mail) {
    await recordContact(trx, {
      companyId: mail.companyId,
      channel: 'email',
      subject: ['mail', mail.id],
      reached: true,
      userId: mail.userId,
      roundId: mail.roundId,
      campaignId: mail.campaignId ?? (await campaignOfInvitation(trx, mail.id)),
    })
  },
}

/** The campaign whose call booked the meeting that a mail invites to: to it the mail is no contact of somebody else. */
async function campaignOfInvitation(trx: Trx, mailId: string): Promise<string | null> {
  const booked = await trx
    .selectFrom('meeting_invitation')
    .innerJoin('meeting', 'meeting.id', 'meeting_invitation.meeting_id')
    .innerJoin('call', 'call.id', 'meeting.call_id')
    .select('call.campaign_id as campaignId')
    .where('meeting_invitation.mail_id', '=', mailId)
    .executeTakeFirst()
  return booked?.campaignId ?? null
}
