import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listActivity } from '~/activity/activity.server'
import { ActivityFeed } from '~/activity/activity-feed'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Card, Page, Section } from '~/ui/page'
import { readinessOf } from '../mentoring'
import { ProgrammeActions } from '../programme-actions'
import {
  MentorList,
  ParticipantList,
  ProgrammeFacts,
  ReadinessList,
  SessionList,
  StatusBadge,
} from '../programme-parts'
import { listMentors, listParticipants } from '../programme-people.server'
import { findProgramme } from '../programmes.server'
import { countMentoring, listSessions } from '../sessions.server'

export const meta = pageTitle<typeof loader>((data) => data.programme.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.read')
  const programme = orNotFound(await findProgramme(db, viewer, idParam(params, 'programmeId')))
  const [mentors, participants, sessions, counts, timeline] = await Promise.all([
    listMentors(db, programme.id),
    listParticipants(db, viewer, programme.id),
    listSessions(db, programme.id),
    countMentoring(db, programme.id),
    listActivity(db, { subject: ['mentoring_programme', programme.id] }),
  ])
  const readiness = readinessOf({
    ...programme,
    mentors: mentors.filter(({ leftAt }) => leftAt === null),
    firstSessionMode: sessions.findLast(({ status }) => status !== 'cancelled')?.mode ?? null,
  })
  const mayWrite = may(viewer, 'mentoring.write')
  return { programme, mentors, participants, sessions, counts, timeline, readiness, mayWrite }
}

export default function ProgrammePage() {
  const { t } = useText()
  const { programme, mentors, participants, sessions, counts, timeline, readiness, mayWrite } =
    useLoaderData<typeof loader>()
  const base = `/mentoring/${programme.id}`
  return (
    <Page
      title={
        <>
          {programme.name} <StatusBadge of="status" status={programme.status} />
        </>
      }
      up={{ to: '/mentoring', label: t('mentoring:title') }}
      actions={mayWrite && <ProgrammeActions programme={programme} />}
    >
      <div className="grid gap-x-8 lg:grid-cols-2">
        <Section id="details" title={t('ui:details')}>
          <Card>
            <ProgrammeFacts programme={programme} counts={counts} />
          </Card>
        </Section>
        <Section id="readiness" title={t('mentoring:readiness.title')}>
          <Card>
            <ReadinessList readiness={readiness} />
          </Card>
        </Section>
        <Section
          id="mentors"
          title={t('mentoring:mentors.title')}
          actions={
            mayWrite && <ButtonLink to={`${base}/mentors/new`}>{t('mentoring:mentors.add')}</ButtonLink>
          }
        >
          <MentorList base={base} mentors={mentors} mayWrite={mayWrite} />
        </Section>
        <Section
          id="participants"
          title={t('mentoring:participants.title')}
          actions={
            mayWrite && (
              <ButtonLink to={`${base}/participants/new`}>{t('mentoring:participants.add')}</ButtonLink>
            )
          }
        >
          <ParticipantList base={base} participants={participants} mayWrite={mayWrite} />
        </Section>
      </div>
      <Section
        id="sessions"
        title={t('mentoring:sessions.title')}
        actions={
          mayWrite && <ButtonLink to={`${base}/sessions/new`}>{t('mentoring:sessions.add')}</ButtonLink>
        }
      >
        <SessionList base="/mentoring/sessions" sessions={sessions} />
      </Section>
      <Section id="timeline" title={t('ui:timeline')}>
        <ActivityFeed timeline={timeline} />
      </Section>
    </Page>
  )
}
