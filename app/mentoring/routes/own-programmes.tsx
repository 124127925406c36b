import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { EmptyState, Page, Section } from '~/ui/page'
import { SessionList, StatusBadge } from '../programme-parts'
import { visibleProgrammes } from '../programmes.server'
import { listSessions } from '../sessions.server'

export const meta = pageTitle('mentoring:own.title')

const MOST_PROGRAMMES = 10

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.attend')
  const programmes = await visibleProgrammes(db, viewer)
    .select([
      'mentoring_programme.id',
      'mentoring_programme.name',
      'mentoring_programme.goal',
      'mentoring_programme.status',
    ])
    .orderBy('mentoring_programme.starts_on', 'desc')
    .limit(MOST_PROGRAMMES)
    .execute()
  const sessions = await Promise.all(programmes.map(({ id }) => listSessions(db, id)))
  return {
    programmes: programmes.map((programme, index) => ({ ...programme, sessions: sessions[index] ?? [] })),
  }
}

/** A mentor's own page: the goal, the sessions, nothing else about people. */
export default function OwnProgrammes() {
  const { t } = useText()
  const { programmes } = useLoaderData<typeof loader>()
  return (
    <Page narrow title={t('mentoring:own.title')} lead={t('mentoring:own.lead')}>
      {programmes.length === 0 && <EmptyState title={t('mentoring:own.none')} />}
      {programmes.map((programme) => (
        <Section
          key={programme.id}
          title={
            <>
              {programme.name} <StatusBadge of="status" status={programme.status} />
            </>
          }
        >
          {programme.goal && <p className="mb-3">{programme.goal}</p>}
          <SessionList base="/mentor/sessions" sessions={programme.sessions} />
        </Section>
      ))}
    </Page>
  )
}
