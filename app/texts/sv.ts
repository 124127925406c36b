import activity from './sv/activity'
import assessments from './sv/assessments'
import auth from './sv/auth'
import booking from './sv/booking'
import calls from './sv/calls'
import campaigns from './sv/campaigns'
import candidates from './sv/candidates'
import caseload from './sv/caseload'
import chances from './sv/chances'
import companies from './sv/companies'
import consents from './sv/consents'
import contacts from './sv/contacts'
import cvs from './sv/cvs'
import dealings from './sv/dealings'
import duplicates from './sv/duplicates'
import errors from './sv/errors'
import exports from './sv/exports'
import gaps from './sv/gaps'
import history from './sv/history'
import imports from './sv/imports'
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
import requests from './sv/requests'
import rounds from './sv/rounds'
import search from './sv/search'
import shell from './sv/shell'
import skills from './sv/skills'
import suggestions from './sv/suggestions'
import suppressions from './sv/suppressions'
import surveys from './sv/surveys'
import told from './sv/told'
import turns from './sv/turns'
import ui from './sv/ui'

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
  companies,
  consents,
  contacts,
  cvs,
  dealings,
  duplicates,
  errors,
  exports,
  gaps,
  history,
  imports,
  lists,
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
  requests,
  rounds,
  search,
  shell,
  skills,
  suggestions,
  suppressions,
  surveys,
  told,
  turns,
  ui,
}
