import type fi from '../fi/activity'
import type { SameKeys } from '../text-keys'

export default {
  candidate_added: 'Kandidaten lades till',
  candidate_changed: 'Uppgifter ändrades',
  candidacy_ended: 'Kandidatskapet avslutades',
  candidacy_reopened: 'Kandidatskapet öppnades på nytt',
  candidate_note_added: 'Coachen skrev en anteckning',
  consent_given: 'Ett samtycke antecknades ({{tier}})',
  consent_refused: 'Ett förbud antecknades ({{tier}})',
  consent_withdrawn: 'Ett samtycke återkallades ({{tier}})',
  company_blocked: 'Ett företag spärrades',
  company_unblocked: 'Ett företags spärr togs bort',
  cv_uploaded: 'En meritförteckning laddades upp',
  cv_read_again: 'Ny läsning av meritförteckningen begärdes',
  cv_approved: 'Personen godkände en version av meritförteckningen',
  cv_put_to_use: 'En version av meritförteckningen togs i bruk',
  cv_removed: 'En version av meritförteckningen togs bort',
  skills_confirmed: 'Kompetenser godkändes: {{count}}',
  skills_rejected: 'Kompetenser avvisades: {{count}}',
  skill_added: 'En kompetens lades till',
  skill_removed: 'En kompetens togs bort',
} satisfies SameKeys<typeof fi>
