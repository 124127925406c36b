/** The one table of who may do what. Every route names one of these permissions or says that it is public. */

export const ROLES = [
  'administrator',
  'liaison',
  'coordinator',
  'project_manager',
  'caller',
  'employer',
  'mentor',
  'person',
] as const
export type Role = (typeof ROLES)[number]

/** Roles of people outside the house; they hold no other role beside. A person is somebody looking for work. */
export const EXTERNAL_ROLES = ['caller', 'employer', 'mentor', 'person'] as const satisfies readonly Role[]

const PERMISSIONS = {
  'accounts.manage': ['administrator'],
  'settings.manage': ['administrator'],
  'mailbox.read': ['administrator'],
  'exports.read': ['administrator', 'project_manager'],
  'own_account.manage': [
    'administrator',
    'liaison',
    'coordinator',
    'project_manager',
    'caller',
    'employer',
    'mentor',
  ],
  'own_data.use': ['person'],
  'search.use': ['administrator', 'liaison', 'coordinator', 'project_manager'],
  'companies.read': ['administrator', 'liaison', 'coordinator', 'project_manager'],
  'companies.write': ['administrator', 'liaison'],
  'companies.import': ['administrator', 'liaison'],
  'companies.export': ['administrator', 'liaison'],
  'campaigns.read': ['administrator', 'liaison', 'project_manager'],
  'campaigns.write': ['liaison'],
  'campaigns.export': ['administrator', 'liaison', 'project_manager'],
  'calls.make': ['liaison', 'caller'],
  'meetings.read': ['liaison', 'coordinator', 'project_manager'],
  'meetings.write': ['liaison', 'coordinator'],
  'meetings.export': ['liaison', 'project_manager'],
  'needs.read': ['administrator', 'liaison', 'coordinator', 'project_manager'],
  'needs.write': ['liaison', 'coordinator'],
  'needs.export': ['administrator', 'liaison', 'project_manager'],
  'skills.read': ['administrator', 'liaison', 'coordinator'],
  'candidates.read': ['liaison', 'coordinator'],
  'candidates.write': ['coordinator'],
  'matches.read': ['liaison', 'coordinator'],
  'consents.write': ['coordinator'],
  'person_requests.answer': ['administrator', 'coordinator'],
  'presentations.read': ['liaison', 'coordinator'],
  'presentations.write': ['liaison', 'coordinator'],
  'sealed_lists.read': ['administrator', 'liaison', 'coordinator', 'project_manager'],
  'sealed_lists.export': ['coordinator'],
  'portal.use': ['employer'],
  'mentoring.read': ['liaison', 'coordinator'],
  'mentoring.write': ['coordinator'],
  'mentoring.attend': ['mentor'],
  'placements.read': ['liaison', 'coordinator', 'project_manager'],
  'placements.write': ['liaison', 'coordinator'],
  'outcomes.read': ['administrator', 'liaison', 'coordinator', 'project_manager'],
  'outcomes.write': ['project_manager', 'administrator'],
  'equal_chances.read': ['project_manager', 'administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof PERMISSIONS

/** Whether any of the viewer's roles holds the permission; used by guards and by buttons alike. */
export function may(viewer: { roles: readonly Role[] }, permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission]
  return viewer.roles.some((role) => allowed.includes(role))
}

/** The roles that hold a permission. */
export function rolesWith(permission: Permission): readonly Role[] {
  return PERMISSIONS[permission]
}
