import activity from './en/activity'
import assessments from './en/assessments'
import auth from './en/auth'
import booking from './en/booking'
import calls from './en/calls'
import campaigns from './en/campaigns'
import candidates from './en/candidates'
import caseload from './en/caseload'
import chances from './en/chances'
import common from './en/common'
import companies from './en/companies'
import contacts from './en/contacts'
import dealings from './en/dealings'
import duplicates from './en/duplicates'
import errors from './en/errors'
import exports from './en/exports'
import gaps from './en/gaps'
import lists from './en/lists'
import live from './en/live'
import mail from './en/mail'
import matching from './en/matching'
import meetings from './en/meetings'
import mentoring from './en/mentoring'
import needs from './en/needs'
import outcomes from './en/outcomes'
import person from './en/person'
import placements from './en/placements'
import portal from './en/portal'
import presentations from './en/presentations'
import prospects from './en/prospects'
import queue from './en/queue'
import search from './en/search'
import shell from './en/shell'
import skills from './en/skills'
import suggestions from './en/suggestions'
import surveys from './en/surveys'
import turns from './en/turns'

export const en = {
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
