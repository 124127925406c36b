import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import type { TextKey } from '~/texts/text-keys'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Facts, Page, Section } from '~/ui/page'
import { AttendanceForm } from '../attendance-form'
import { StatusBadge } from '../programme-parts'
import { findSessionPage } from '../session-page.server'

export const meta = pageTitle('mentoring:sessions.one')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.read')
  const page = orNotFound(await findSessionPage(db, viewer, idParam(params, 'sessionId')))
  return { ...page, mayWrite: may(viewer, 'mentoring.write') }
}

export default function SessionPage() {
  const { t, format } = useText()
  const { session, candidates, mentors, mayWrite } = useLoaderData<typeof loader>()
  const base = `/mentoring/sessions/${session.id}`
  return (
    <Page
      narrow
      title={
        <>
          {format.moment(session.startsAt)} <StatusBadge of="session_status" status={session.status} />
        </>
      }
      up={{ to: `/mentoring/${session.programmeId}`, label: session.programmeName }}
      actions={
        mayWrite &&
        session.status === 'planned' && (
          <ButtonLink to={`${base}/cancellation`}>{t('mentoring:sessions.cancel')}</ButtonLink>
        )
      }
    >
      <Facts
        facts={[
          { label: t('mentoring:sessions.kind'), value: t(`mentoring:kind.${session.kind}` as TextKey) },
          { label: t('mentoring:sessions.mode'), value: t(`mentoring:mode.${session.mode}` as TextKey) },
          { label: t('mentoring:sessions.topic'), value: session.topic },
          { label: t('mentoring:sessions.planned_time'), value: format.duration(session.plannedMinutes) },
          {
            label: t('mentoring:sessions.held_time'),
            value: session.heldMinutes && format.duration(session.heldMinutes),
          },
        ]}
      />
      {mayWrite && session.status !== 'cancelled' && (
        <div className="mt-8">
          <Section id="attendance" title={t('mentoring:sessions.attendance')}>
            <AttendanceForm
              action={`${base}/attendance`}
              session={session}
              candidates={candidates}
              mentors={mentors}
            />
          </Section>
        </div>
      )}
    </Page>
  )
}
