import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Page } from '~/ui/page'
import { saveAttendance } from '../attendance.server'
import { AttendanceForm } from '../attendance-form'
import { StatusBadge } from '../programme-parts'
import { findSessionPage } from '../session-page.server'

export const meta = pageTitle('mentoring:sessions.one')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.attend')
  const page = orNotFound(await findSessionPage(db, viewer, idParam(params, 'sessionId')))
  return page
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.attend')
  return saveAttendance(request, viewer, idParam(params, 'sessionId'), '/mentor')
}

export default function OwnSession() {
  const { t, format } = useText()
  const { session, candidates, mentors } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={
        <>
          {format.moment(session.startsAt)} <StatusBadge of="session_status" status={session.status} />
        </>
      }
      lead={session.topic}
      up={{ to: '/mentor', label: t('mentoring:own.title') }}
    >
      {session.status !== 'cancelled' && (
        <AttendanceForm
          action={`/mentor/sessions/${session.id}`}
          session={session}
          candidates={candidates}
          mentors={mentors}
        />
      )}
    </Page>
  )
}
