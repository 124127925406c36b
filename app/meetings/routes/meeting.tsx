import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import type { TextKey } from '~/texts/text-keys'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Card, Facts, Page, Section } from '~/ui/page'
import { listGuests } from '../attendance.server'
import { listInvited } from '../invitations.server'
import { GuestList, HeldForm, InvitationStates, MeetingStatus } from '../meeting-parts'
import { findMeeting, listNeedsFromMeeting } from '../meetings.server'

export const meta = pageTitle<typeof loader>((data) => data.meeting.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.read')
  const meeting = await findMeeting(db, viewer, idParam(params, 'meetingId'))
  if (!meeting) throw notFound()
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
            <ButtonLink to={`${base}/edit`}>{t('common:edit')}</ButtonLink>
            {meeting.status === 'planned' && (
              <ButtonLink to={`${base}/cancellation`}>{t('meetings:cancel.title')}</ButtonLink>
            )}
          </>
        )
      }
    >
      <div className="grid gap-x-8 lg:grid-cols-2">
        <div>
          <Section id="details" title={t('common:details')}>
            <Card>
              <Facts
                facts={[
                  { label: t('meetings:field.kind'), value: t(`meetings:kind.${meeting.kind}` as TextKey) },
                  { label: t('meetings:field.mode'), value: t(`meetings:mode.${meeting.mode}` as TextKey) },
                  { label: t('meetings:field.place'), value: meeting.place },
                  {
                    label: t('meetings:field.link'),
                    value: meeting.link && (
                      <a className="link" href={meeting.link} rel="noreferrer">
                        {meeting.link}
                      </a>
                    ),
                  },
                  { label: t('meetings:field.round'), value: meeting.roundName },
                  { label: t('meetings:field.host'), value: meeting.hostName },
                  { label: t('common:reason'), value: meeting.cancelReason },
                  { label: t('meetings:from_call'), value: meeting.callId && t('common:yes') },
                ]}
              />
            </Card>
          </Section>
          <Section
            id="guests"
            title={t('meetings:guests.title')}
            actions={
              open && (
                <>
                  <ButtonLink to={`${base}/guests/new?kind=company`}>
                    {t('meetings:guests.add_company')}
                  </ButtonLink>
                  <ButtonLink to={`${base}/contacts/new`}>{t('meetings:guests.add_contact')}</ButtonLink>
                  <ButtonLink to={`${base}/guests/new?kind=candidate`}>
                    {t('meetings:guests.add_candidate')}
                  </ButtonLink>
                </>
              )
            }
          >
            <GuestList base={base} guests={guests} mayWrite={open} />
            {invited && <InvitationStates base={base} guests={guests} invited={invited} />}
          </Section>
          <Section id="needs" title={t('meetings:needs.title')}>
            {needs.length === 0 && <p className="mb-3 text-soft">{t('meetings:needs.none')}</p>}
            <ul className="mb-3 space-y-1">
              {needs.map((need) => (
                <li key={need.id}>
                  <Link className="link" to={`/needs/${need.id}`}>
                    {need.title}
                  </Link>{' '}
                  <span className="text-sm text-soft">{need.companyName}</span>
                </li>
              ))}
            </ul>
            {open && (
              <div className="flex flex-wrap gap-2">
                {guests.companies.map((company) => (
                  <ButtonLink key={company.id} to={`/needs/new?company=${company.id}&meeting=${meeting.id}`}>
                    {t('meetings:needs.add', { name: company.name })}
                  </ButtonLink>
                ))}
              </div>
            )}
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
