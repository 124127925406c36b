import { DEMO_ACCOUNTS } from './demo-accounts'
import type { Story } from './story'

export type Staff = {
  administrator: string
  liaison: string
  coordinator: string
  /** A second coach, so that a caseload is a part of all candidates. */
  secondCoach: string
  projectManager: string
  caller: string
  employer: string
  mentor: string
  /** Somebody who looks for work; joined with a candidate once there are any. */
  person: string
}

/** The accounts of the demonstration, all opened by the administrator. They share one password hash. */
export function addStaff(story: Story, passwordHash: string): Staff {
  const opened = story.at(-730, '09:00')
  const idByRole = new Map<string, string>()
  for (const { email, role, name, language, organisation } of DEMO_ACCOUNTS) {
    const id = story.id(opened)
    idByRole.set(role, id)
    story.rows.add('user_account', {
      id,
      email,
      name,
      language,
      organisation: organisation || null,
      roles: [role],
      password_hash: passwordHash,
      invited_at: opened,
      accepted_at: opened,
      created_at: opened,
    })
  }
  const secondCoach = story.id(opened)
  story.rows.add('user_account', {
    id: secondCoach,
    email: 'sari.mantykoski@silta.example',
    name: 'Sari Mäntykoski',
    language: 'fi',
    organisation: 'Koodipolku',
    roles: ['coordinator'],
    invited_at: opened,
    accepted_at: opened,
    created_at: opened,
  })
  const idOf = (role: string) => {
    const id = idByRole.get(role)
    if (!id) throw new Error(`there is no demo account for ${role}`)
    return id
  }
  return {
    administrator: idOf('administrator'),
    liaison: idOf('liaison'),
    coordinator: idOf('coordinator'),
    secondCoach,
    projectManager: idOf('project_manager'),
    caller: idOf('caller'),
    employer: idOf('employer'),
    mentor: idOf('mentor'),
    person: idOf('person'),
  }
}
