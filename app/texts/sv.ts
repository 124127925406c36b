import activity from './sv/activity'
import assessments from './sv/assessments'
import auth from './sv/auth'
import booking from './sv/booking'
import calls from './sv/calls'
import campaigns from './sv/campaigns'
import candidates from './sv/candidates'
import caseload from './sv/caseload'
import chances from './sv/chances'
import common from './sv/common'
import companies from './sv/companies'
import contacts from './sv/contacts'
import dealings from './sv/dealings'
import duplicates from './sv/duplicates'
import errors from './sv/errors'
import exports from './sv/exports'
import gaps from './sv/gaps'
import lists from './sv/lists'
import live from './sv/live'
import mail from './sv/mail'
import matching from './sv/matching'
import meetings from './sv/meetings'
import mentoring from './sv/mentoring'
import needs from './sv/needs'
import outcomes from './sv/outcomes'
import person from './sv/person'
import placements from './sv/placements'
import portal from './sv/portal'
import presentations from './sv/presentations'
import prospects from './sv/prospects'
import queue from './sv/queue'
import search from './sv/search'
import shell from './sv/shell'
import skills from './sv/skills'
import suggestions from './sv/suggestions'
import surveys from './sv/surveys'
import turns from './sv/turns'

export const sv = {
  activity,
  assessments,
  auth,
  booking,
  calls,
  campaigns,
  candidates,
  caseload,
  chances,
  common,
  companies,
  contacts,
  dealings,
  duplicates,
  errors,
  gaps,
  lists,
  exports,
  live,
  mail,
  matching,
  meetings,
  mentoring,
  needs,
  outcomes,
  person,
  placements,
  portal,
  presentations,
  prospects,
  queue,
  search,
  shell,
  skills,
  suggestions,
  surveys,
  turns,
}
