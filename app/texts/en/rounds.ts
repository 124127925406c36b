import type fi from '../fi/rounds'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Employer rounds',
  one: 'Round',
  lead: 'A round is the work from a source list to its results: which companies were contacted and which joined.',
  add: 'New round',
  edit: 'Edit round',
  saved: 'Round saved.',
  none: 'No rounds yet',
  no_projects: 'A round belongs to a project. Add a project first.',
  project: 'Project',
  name_hint: 'For example: Espoo, round 2.',
  goal: 'Goal',
  companies: 'Companies',
  joined: 'Joined',
  stages: 'Companies by stage',
  taking_part: 'Taking part now',
  no_companies: 'No companies have been contacted in this round yet.',
  projects: {
    add: 'Add a project',
    saved: 'Project added.',
    code: 'Project code',
    code_hint: 'The funder’s code, for example S30123.',
    funder: 'Funder',
  },
} satisfies SameKeys<typeof fi>
