import activity from './en/activity'
import assessments from './en/assessments'
import auth from './en/auth'
import booking from './en/booking'
import calls from './en/calls'
import campaigns from './en/campaigns'
import candidates from './en/candidates'
import caseload from './en/caseload'
import chances from './en/chances'
import companies from './en/companies'
import consents from './en/consents'
import contacts from './en/contacts'
import cvs from './en/cvs'
import dealings from './en/dealings'
import duplicates from './en/duplicates'
import errors from './en/errors'
import exports from './en/exports'
import gaps from './en/gaps'
import history from './en/history'
import imports from './en/imports'
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
import requests from './en/requests'
import rounds from './en/rounds'
import search from './en/search'
import shell from './en/shell'
import skills from './en/skills'
import suggestions from './en/suggestions'
import suppressions from './en/suppressions'
import surveys from './en/surveys'
import told from './en/told'
import turns from './en/turns'
import ui from './en/ui'

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
