import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Card, Page, Section } from '~/ui/page'
import { listGuests } from '../attendance.server'
import { listInvited } from '../invitations.server'
import {
  GuestAdding,
  GuestList,
  HeldForm,
  InvitationStates,
  MeetingFacts,
  MeetingStatus,
  NeedAdding,
  NeedsFromMeeting,
} from '../meeting-parts'
import { findMeeting, listNeedsFromMeeting } from '../meetings.server'

export const meta = pageTitle<typeof loader>((data) => data.meeting.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.read')
  const meeting = orNotFound(await findMeeting(db, viewer, idParam(params, 'meetingId')))
  const begun = meeting.startsAt <= new Date()
  const mayWrite = may(viewer, 'meetings.write')
  const [guests, needs, invited] = await Promise.all([
    listGuests(db, viewer, meeting.id),
    listNeedsFromMeeting(db, meeting.id),
    mayWrite && !begun && meeting.status === 'planned' ? listInvited(db, meeting) : null,
  ])
  return { meeting, guests, needs, begun, invited, mayWrite }
}

export default function MeetingPage() {
  const { t, format } = useText()
  const { meeting, guests, needs, begun, invited, mayWrite } = useLoaderData<typeof loader>()
  const base = `/meetings/${meeting.id}`
  const open = mayWrite && meeting.status !== 'cancelled'
  return (
    <Page
      title={
        <>
          {meeting.title} <MeetingStatus status={meeting.status} />
        </>
      }
      lead={`${format.moment(meeting.startsAt)} · ${format.duration(meeting.minutesLong)}`}
      up={{ to: '/meetings', label: t('meetings:title') }}
      actions={
        open && (
          <>
            <ButtonLink to={`${base}/edit`}>{t('ui:edit')}</ButtonLink>
            {meeting.status === 'planned' && (
              <ButtonLink to={`${base}/cancellation`}>{t('meetings:cancel.title')}</ButtonLink>
            )}
          </>
        )
      }
    >
      <div className="grid gap-x-8 lg:grid-cols-2">
        <div>
          <Section id="details" title={t('ui:details')}>
            <Card>
              <MeetingFacts meeting={meeting} />
            </Card>
          </Section>
          <Section
            id="guests"
            title={t('meetings:guests.title')}
            actions={open && <GuestAdding base={base} />}
          >
            <GuestList base={base} guests={guests} mayWrite={open} />
            {invited && <InvitationStates base={base} guests={guests} invited={invited} />}
          </Section>
          <Section id="needs" title={t('meetings:needs.title')}>
            <NeedsFromMeeting needs={needs} />
            {open && <NeedAdding meetingId={meeting.id} companies={guests.companies} />}
          </Section>
        </div>
        <div>
          {meeting.summary && (
            <Section id="summary" title={t('meetings:field.summary')}>
              <Card>
                <p className="whitespace-pre-line">{meeting.summary}</p>
              </Card>
            </Section>
          )}
          {open && (
            <Section id="held" title={t('meetings:held.title')}>
              <Card>
                {begun ? (
                  <HeldForm action={`${base}/report`} meeting={meeting} guests={guests} />
                ) : (
                  <p className="text-soft">{t('booking:not_begun')}</p>
                )}
              </Card>
            </Section>
          )}
        </div>
      </div>
    </Page>
  )
}
