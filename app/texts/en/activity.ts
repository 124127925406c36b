import type fi from '../fi/activity'
import type { SameKeys } from '../text-keys'

export default {
  candidate_added: 'The candidate was added',
  candidate_changed: 'Details were changed',
  candidacy_ended: 'The candidacy was ended',
  candidacy_reopened: 'The candidacy was reopened',
  candidate_note_added: 'The coach wrote a note',
  consent_given: 'A consent was recorded ({{tier}})',
  consent_refused: 'A refusal was recorded ({{tier}})',
  consent_withdrawn: 'A consent was withdrawn ({{tier}})',
  company_blocked: 'A company was blocked',
  company_unblocked: 'A company’s block was removed',
  cv_uploaded: 'A CV was uploaded',
  cv_read_again: 'The CV was asked to be read again',
  cv_approved: 'The person approved a version of the CV',
  cv_put_to_use: 'A version of the CV was put to use',
  cv_removed: 'A version of the CV was removed',
  skills_confirmed: 'Skills confirmed: {{count}}',
  skills_rejected: 'Skills rejected: {{count}}',
  skill_added: 'A skill was added',
  skill_removed: 'A skill was removed',
} satisfies SameKeys<typeof fi>
