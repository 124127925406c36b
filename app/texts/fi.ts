import activity from './fi/activity'
import assessments from './fi/assessments'
import auth from './fi/auth'
import booking from './fi/booking'
import calls from './fi/calls'
import campaigns from './fi/campaigns'
import candidates from './fi/candidates'
import caseload from './fi/caseload'
import chances from './fi/chances'
import companies from './fi/companies'
import consents from './fi/consents'
import contacts from './fi/contacts'
import cvs from './fi/cvs'
import dealings from './fi/dealings'
import duplicates from './fi/duplicates'
import errors from './fi/errors'
import exports from './fi/exports'
import gaps from './fi/gaps'
import history from './fi/history'
import imports from './fi/imports'
import lists from './fi/lists'
import live from './fi/live'
import mail from './fi/mail'
import matching from './fi/matching'
import meetings from './fi/meetings'
import mentoring from './fi/mentoring'
import needs from './fi/needs'
import outcomes from './fi/outcomes'
import person from './fi/person'
import placements from './fi/placements'
import portal from './fi/portal'
import presentations from './fi/presentations'
import prospects from './fi/prospects'
import queue from './fi/queue'
import requests from './fi/requests'
import rounds from './fi/rounds'
import search from './fi/search'
import shell from './fi/shell'
import skills from './fi/skills'
import suggestions from './fi/suggestions'
import suppressions from './fi/suppressions'
import surveys from './fi/surveys'
import told from './fi/told'
import turns from './fi/turns'
import ui from './fi/ui'

export const fi = {
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
