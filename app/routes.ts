import { index, type RouteConfig, route } from '@remix-run/route-config'

export default [
  index('shell/routes/home.tsx'),
  route('language', 'shell/routes/language.tsx'),

  // Signing in and accounts

  // Companies
  route('companies/suggestions', 'companies/routes/suggestions.ts'),

  // Campaigns and calls

  // Meetings

  // Needs

  // Candidates, their CVs, skills and consents
  route('candidates', 'candidates/routes/list.tsx'),
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
  route('candidates/:candidateId/blocked-companies/:companyId/removal', 'candidates/routes/blocked-company-removal.tsx'),

  // Presentations and the employer portal

  // Mentoring

  // Placements

  // Outcomes

  // Anything else is not a page
  route('*', 'shell/routes/not-found.tsx'),
] satisfies RouteConfig
