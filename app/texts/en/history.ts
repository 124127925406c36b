import type fi from '../fi/history'
import type { SameKeys } from '../text-keys'

export default {
  cv: {
    bring: 'Add a CV',
    title: 'Add a CV of your own',
    lead: 'A file or a photo of a paper will do. Your coach sees it and goes through it with you. No company is shown it without your permission.',
    yours: 'added by you',
    being_read: 'Being read',
    not_read: 'Its text could not be read',
  },
  own_contact: {
    title: 'Own contacts with employers',
    lead: 'Note whom you have contacted yourself. You and your coach see this, companies do not.',
    add: 'Note an own contact',
    who_sees: 'Your coach sees this. It is not shown to companies.',
    company: 'Whom did you contact',
    company_hint: 'In your own words: the name of the company or the place.',
    day: 'When',
    came_of_it: 'What came of it',
    came_of_it_hint:
      'For example: sent an application, was invited to an interview. You can add to it later.',
    in_future: 'The day cannot be in the future.',
    none: 'No contacts noted yet.',
    nothing_yet: 'Not yet known what came of it.',
    change: 'Add to it or change it',
    remove: 'Remove the contact',
    added: 'The contact was noted.',
    saved: 'The change was saved.',
    removed: 'The contact was removed.',
    of_person: 'The person’s own contacts with employers',
    of_person_lead: 'The person noted these in their own words. They are not shown to companies.',
    all: 'All ({{count}})',
  },
} satisfies SameKeys<typeof fi>
