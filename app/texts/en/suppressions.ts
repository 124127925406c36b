import type fi from '../fi/suppressions'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Do not contact',
  lead: 'A ban covers every project and stays even if the company is imported again, spelt otherwise. It is checked when a call list is made and when a call begins.',
  add: 'Do not contact',
  saved: 'Recorded: do not contact.',
  notice: 'This company must not be contacted',
  channel: 'What it covers',
  channels: { all: 'Every contact', phone: 'Calls', email: 'E-mail', sms: 'Text messages' },
  reasons: {
    asked: 'They asked for it',
    list_import: 'Imported from a ban list',
    other_body: 'Passed on by another body',
    decision: 'Our own decision',
  },
  asked_by: 'Who asked',
  asked_on: 'When they asked',
  asked_how: 'On what occasion',
  asked_in: { phone: 'in a call', link: 'by the link of a survey' },
  wording: 'In their words',
  wording_hint: 'What they said. No other details about the person.',
  target: 'Whom it covers',
  target_hint: 'A business ID, a telephone number or an e-mail address.',
  since: 'Recorded',
  lift: 'Lift the ban',
  lift_hint: 'Why they may be contacted again. The reason stays visible.',
  lifted: 'Lifted',
  lifted_saved: 'Ban lifted.',
  in_force: 'In force',
  search_label: 'Company, business ID, number or address',
  empty: 'Nobody has asked not to be contacted',
} satisfies SameKeys<typeof fi>
