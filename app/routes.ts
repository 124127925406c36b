import { index, type RouteConfig, route } from '@remix-run/route-config'

export default [
  index('shell/routes/home.tsx'),
  route('language', 'shell/routes/language.tsx'),

  // Signing in and accounts

  // Companies

  // Campaigns and calls

  // Meetings

  // Needs

  // Candidates, their CVs, skills and consents

  // Presentations and the employer portal

  // Mentoring

  // Placements

  // Outcomes

  // Anything else is not a page
  route('*', 'shell/routes/not-found.tsx'),
] satisfies RouteConfig
