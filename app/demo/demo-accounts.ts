import type { Role } from '~/auth/permissions'

/** One well-known password: the demonstration holds nothing that would need another. */
export const DEMO_PASSWORD = 'silta-demo'

/** One account for each role, shown on the sign-in page of the demonstration. */
export const DEMO_ACCOUNTS: readonly { email: string; role: Role }[] = [
  { email: 'liaison@silta.example', role: 'liaison' },
  { email: 'coordinator@silta.example', role: 'coordinator' },
  { email: 'caller@silta.example', role: 'caller' },
  { email: 'manager@silta.example', role: 'project_manager' },
  { email: 'employer@silta.example', role: 'employer' },
  { email: 'mentor@silta.example', role: 'mentor' },
  { email: 'admin@silta.example', role: 'administrator' },
]
