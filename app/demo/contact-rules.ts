import type { Scene } from './scene'

/** What keeps companies in peace: another round's mail to one of those waiting, and a sole trader's consent. */
export function addContactRules({ story, staff, rounds, listed }: Scene): void {
  const met = listed.thirdRound.at(30)
  if (met)
    story.rows.add('company_contact_event', {
      company_id: met.id,
      at: story.at(-2, '10:20'),
      channel: 'email',
      round_id: rounds.second,
      user_id: staff.liaison,
      subject_type: 'note',
      subject_id: story.id(story.at(-2, '10:20')),
      note: 'Kutsu hankkeen päätöstilaisuuteen.',
    })
  const trader = story.rows.of('company').findLast(({ form }) => form === 'tmi')
  if (trader?.id)
    story.rows.add('message_consent', {
      company_id: trader.id,
      channels: ['email'],
      given_by: 'Yrittäjä itse',
      how: 'puhelussa',
      given_on: story.day(-9),
      recorded_by: staff.liaison,
      recorded_at: story.at(-9, '13:40'),
    })
}
