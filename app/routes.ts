import { index, type RouteConfig, route } from '@remix-run/route-config'

export default [
  index('shell/routes/home.tsx'),
  route('language', 'shell/routes/language.tsx'),
  route('search', 'search/routes/search.tsx'),

  // Signing in and accounts
  route('sign-in', 'auth/routes/sign-in.tsx'),
  route('sign-out', 'auth/routes/sign-out.tsx'),
  route('set-up', 'auth/routes/set-up.tsx'),
  route('forgotten-password', 'auth/routes/forgotten-password.tsx'),
  route('reset/:token', 'auth/routes/reset.tsx'),
  route('invitation/:token', 'auth/routes/invitation.tsx'),
  route('account', 'auth/routes/account.tsx'),
  route('account/password', 'auth/routes/account-password.tsx'),
  route('account/other-sessions', 'auth/routes/other-sessions.tsx'),
  route('account/all-sessions', 'auth/routes/all-sessions.tsx'),
  route('accounts', 'auth/routes/accounts.tsx'),
  route('accounts/new', 'auth/routes/account-new.tsx'),
  route('accounts/:userId', 'auth/routes/account-detail.tsx'),
  route('accounts/:userId/roles', 'auth/routes/account-roles.tsx'),
  route('accounts/:userId/closing', 'auth/routes/account-closing.tsx'),
  route('accounts/:userId/reopening', 'auth/routes/account-reopening.tsx'),
  route('accounts/:userId/invitation', 'auth/routes/account-invitation.tsx'),
  route('mailbox', 'mail/routes/mailbox.tsx'),
  route('mailbox/:mailId', 'mail/routes/mail.tsx'),

  // Companies
  route('companies/suggestions', 'companies/routes/suggestions.ts'),
  route('companies', 'companies/routes/companies.tsx'),
  route('companies/new', 'companies/routes/new-company.tsx'),
  route('companies/imports/new', 'companies/routes/import-upload.tsx'),
  route('companies/imports/:importId', 'companies/routes/import.tsx'),
  route('companies/imports/:importId/columns', 'companies/routes/import-columns.tsx'),
  route('companies/imports/:importId/commit', 'companies/routes/import-commit.tsx'),
  route('companies/imports/:importId/cancellation', 'companies/routes/import-cancellation.tsx'),
  route('companies/imports/:importId/bad-rows.csv', 'companies/routes/import-bad-rows.ts'),
  route('companies/:companyId', 'companies/routes/company.tsx'),
  route('companies/:companyId/edit', 'companies/routes/edit-company.tsx'),
  route('companies/:companyId/timeline', 'companies/routes/company-timeline.ts'),
  route('companies/:companyId/suppression', 'companies/routes/company-suppression.tsx'),
  route('companies/:companyId/contacts/new', 'companies/routes/new-contact.tsx'),
  route('companies/:companyId/contacts/:contactId/edit', 'companies/routes/edit-contact.tsx'),
  route('companies/:companyId/contacts/:contactId/leaving', 'companies/routes/contact-leaving.tsx'),
  route('suppressions', 'companies/routes/suppressions.tsx'),
  route('suppressions/new', 'companies/routes/new-suppression.tsx'),
  route('suppressions/:suppressionId/lifting', 'companies/routes/suppression-lifting.tsx'),
  route('source-lists', 'companies/routes/source-lists.tsx'),
  route('source-lists/new', 'companies/routes/new-source-list.tsx'),
  route('source-lists/:sourceListId', 'companies/routes/source-list.tsx'),
  route('source-lists/:sourceListId/edit', 'companies/routes/edit-source-list.tsx'),
  route('source-lists/:sourceListId/companies/new', 'companies/routes/new-listed-company.tsx'),

  // Campaigns and calls

  // Meetings

  // Needs
  route('needs', 'needs/routes/needs.tsx'),
  route('needs/new', 'needs/routes/new-need.tsx'),
  route('needs/rules', 'needs/routes/match-rules.tsx'),
  route('needs/:needId', 'needs/routes/need.tsx'),
  route('needs/:needId/edit', 'needs/routes/edit-need.tsx'),
  route('needs/:needId/ending', 'needs/routes/need-ending.tsx'),
  route('needs/:needId/reopening', 'needs/routes/need-reopening.tsx'),
  route('needs/:needId/timeline', 'needs/routes/need-timeline.ts'),
  route('needs/:needId/matches', 'needs/routes/need-matches.tsx'),
  route('candidates/:candidateId/matches', 'needs/routes/candidate-matches.tsx'),

  // Candidates, their CVs, skills and consents
  route('candidates', 'candidates/routes/list.tsx'),
  route('candidates/suggestions', 'candidates/routes/suggestions.ts'),
  route('candidates/new', 'candidates/routes/new.tsx'),
  route('candidates/:candidateId', 'candidates/routes/candidate.tsx'),
  route('candidates/:candidateId/edit', 'candidates/routes/edit.tsx'),
  route('candidates/:candidateId/end', 'candidates/routes/end.tsx'),
  route('candidates/:candidateId/reopening', 'candidates/routes/reopening.tsx'),
  route('candidates/:candidateId/timeline', 'candidates/routes/timeline.tsx'),
  route('candidates/:candidateId/notes/new', 'candidates/routes/note-new.tsx'),
  route('candidates/:candidateId/skills/:skillId/removal', 'candidates/routes/skill-removal.tsx'),
  route('candidates/:candidateId/cvs/new', 'candidates/routes/cv-new.tsx'),
  route('candidates/:candidateId/cvs/:cvId', 'candidates/routes/cv.tsx'),
  route('candidates/:candidateId/cvs/:cvId/file', 'candidates/routes/cv-file.tsx'),
  route('candidates/:candidateId/cvs/:cvId/decisions', 'candidates/routes/cv-decisions.tsx'),
  route('candidates/:candidateId/cvs/:cvId/approval', 'candidates/routes/cv-approval.tsx'),
  route('candidates/:candidateId/cvs/:cvId/use', 'candidates/routes/cv-use.tsx'),
  route('candidates/:candidateId/cvs/:cvId/rereading', 'candidates/routes/cv-rereading.tsx'),
  route('candidates/:candidateId/cvs/:cvId/removal', 'candidates/routes/cv-removal.tsx'),
  route('candidates/:candidateId/consents/new', 'candidates/routes/consent-new.tsx'),
  route('candidates/:candidateId/consents/:consentId/withdrawal', 'candidates/routes/consent-withdrawal.tsx'),
  route('candidates/:candidateId/consents/:consentId/paper', 'candidates/routes/consent-paper.tsx'),
  route('candidates/:candidateId/blocked-companies/new', 'candidates/routes/blocked-company-new.tsx'),
  route(
    'candidates/:candidateId/blocked-companies/:companyId/removal',
    'candidates/routes/blocked-company-removal.tsx',
  ),

  // Presentations and the employer portal

  // Mentoring
  route('mentoring', 'mentoring/routes/list.tsx'),
  route('mentoring/new', 'mentoring/routes/new.tsx'),
  route('mentoring/sessions/:sessionId', 'mentoring/routes/session.tsx'),
  route('mentoring/sessions/:sessionId/attendance', 'mentoring/routes/session-attendance.tsx'),
  route('mentoring/sessions/:sessionId/cancellation', 'mentoring/routes/session-cancellation.tsx'),
  route('mentoring/:programmeId', 'mentoring/routes/programme.tsx'),
  route('mentoring/:programmeId/edit', 'mentoring/routes/edit.tsx'),
  route('mentoring/:programmeId/status', 'mentoring/routes/status.tsx'),
  route('mentoring/:programmeId/mentors/new', 'mentoring/routes/mentor-new.tsx'),
  route('mentoring/:programmeId/mentors/:mentorId/removal', 'mentoring/routes/mentor-removal.tsx'),
  route('mentoring/:programmeId/participants/new', 'mentoring/routes/participant-new.tsx'),
  route(
    'mentoring/:programmeId/participants/:candidateId/leaving',
    'mentoring/routes/participant-leaving.tsx',
  ),
  route('mentoring/:programmeId/sessions/new', 'mentoring/routes/session-new.tsx'),
  route('mentor', 'mentoring/routes/own-programmes.tsx'),
  route('mentor/sessions/:sessionId', 'mentoring/routes/own-session.tsx'),

  // Placements
  route('placements', 'placements/routes/list.tsx'),
  route('placements/new', 'placements/routes/new.tsx'),
  route('placements/:placementId', 'placements/routes/placement.tsx'),
  route('placements/:placementId/edit', 'placements/routes/edit.tsx'),
  route('placements/:placementId/status', 'placements/routes/status.tsx'),
  route('placements/:placementId/check-ins/new', 'placements/routes/check-in-new.tsx'),
  route('placements/:placementId/assessments/new', 'placements/routes/assessment-new.tsx'),
  route('placements/:placementId/outcomes/new', 'placements/routes/outcome-new.tsx'),
  route('placements/:placementId/outcomes/:outcomeId/withdrawal', 'placements/routes/outcome-withdrawal.tsx'),

  // Outcomes

  // Anything else is not a page
  route('*', 'shell/routes/not-found.tsx'),
] satisfies RouteConfig
