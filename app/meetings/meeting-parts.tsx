import { Link } from '@remix-run/react'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton, Form, HiddenField, Submit } from '~/ui/form'
import { Choices, optionsOf, TextArea } from '~/ui/form-fields'
import { Badge, Facts, type Tone } from '~/ui/page'
import type { Guests } from './attendance.server'
import type { listInvited } from './invitations.server'
import { ATTENDANCES } from './meeting'
import type { listNeedsFromMeeting, Meeting } from './meetings.server'

const TONES: Record<string, Tone> = { planned: 'info', held: 'good', cancelled: 'bad' }

export function MeetingStatus({ status }: { status: string }) {
  const { t } = useText()
  return <Badge tone={TONES[status]}>{t(`meetings:status.${status}` as TextKey)}</Badge>
}

type Guest = { id: string; label: string; to?: string; attendance: string | null }

/** Everyone asked, as one list a kind, ready to be shown or ticked off. */
function guestsByKind(guests: Guests): { kind: keyof Guests; guests: Guest[] }[] {
  return [
    {
      kind: 'companies' as const,
      guests: guests.companies.map(({ id, name, attendance }) => ({
        id,
        label: name,
        to: `/companies/${id}`,
        attendance,
      })),
    },
    {
      kind: 'contacts' as const,
      guests: guests.contacts.map(({ id, name, attendance }) => ({ id, label: name, attendance })),
    },
    {
      kind: 'candidates' as const,
      guests: guests.candidates.map(({ id, number, name, attendance }) => ({
        id,
        label: [number, name].filter(Boolean).join(' '),
        to: `/candidates/${id}`,
        attendance,
      })),
    },
  ].filter(({ guests: list }) => list.length > 0)
}

export function GuestList({ base, guests, mayWrite }: { base: string; guests: Guests; mayWrite: boolean }) {
  const { t } = useText()
  const kinds = guestsByKind(guests)
  if (kinds.length === 0) return <p className="text-soft">{t('meetings:guests.none')}</p>
  return (
    <div className="space-y-4">
      {kinds.map(({ kind, guests: list }) => (
        <div key={kind}>
          <h3 className="mb-1 text-sm font-semibold text-soft">{t(`meetings:guests.${kind}`)}</h3>
          <ul className="divide-y divide-line rounded-lg border border-line bg-card">
            {list.map((guest) => (
              <li key={guest.id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
                <span>
                  {guest.to ? (
                    <Link className="link" to={guest.to}>
                      {guest.label}
                    </Link>
                  ) : (
                    guest.label
                  )}
                  {guest.attendance && (
                    <span className="text-sm text-soft">
                      {' '}
                      · {t(`meetings:attendance.${guest.attendance}` as TextKey)}
                    </span>
                  )}
                </span>
                {mayWrite && !guest.attendance && (
                  <ActionButton look="quiet" action={`${base}/guests/${guest.id}/removal`} fields={{ kind }}>
                    {t('ui:remove')}
                    <span className="sr-only"> {guest.label}</span>
                  </ActionButton>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

/** Who has the invitation as the meeting stands, and the button that sends it to the others. */
export function InvitationStates({
  base,
  guests,
  invited,
}: {
  base: string
  guests: Guests
  invited: Awaited<ReturnType<typeof listInvited>>
}) {
  const { t } = useText()
  const labels = new Map(
    guestsByKind(guests).flatMap(({ guests: list }) => list.map(({ id, label }) => [id, label] as const)),
  )
  const shown = invited.filter(({ kind, id }) => kind === 'host' || labels.has(id))
  return (
    <div className="mt-4 space-y-3">
      <ul className="space-y-1 text-sm">
        {shown.map(({ kind, id, state }) => (
          <li key={`${kind} ${id}`}>
            {kind === 'host' ? t('meetings:field.host') : labels.get(id)}: {t(`booking:state.${state}`)}
          </li>
        ))}
      </ul>
      {shown.some(({ state }) => state === 'waiting') ? (
        <>
          <ActionButton action={`${base}/invitations`}>{t('booking:invite')}</ActionButton>
          <p className="text-sm text-soft">{t('booking:invite_hint')}</p>
        </>
      ) : (
        <p className="text-sm text-soft">{t('booking:everybody_invited')}</p>
      )}
    </div>
  )
}

/** Attendance on both sides and the notes; filling it marks the meeting as held. */
export function HeldForm({
  action,
  meeting,
  guests,
}: {
  action: string
  meeting: { version: number; status: string; summary: string | null }
  guests: Guests
}) {
  const { t } = useText()
  const kinds = guestsByKind(guests)
  const defaults = Object.fromEntries(
    kinds.map(({ kind, guests: list }) => [
      kind,
      list.map(({ id, attendance }) => ({ id, attendance: attendance ?? 'present' })),
    ]),
  )
  return (
    <Form action={action} defaultValue={{ summary: meeting.summary, ...defaults }}>
      <HiddenField name="version" value={meeting.version} />
      {kinds.map(({ kind, guests: list }) => (
        <fieldset key={kind} className="space-y-3">
          <legend className="mb-1 font-semibold">{t(`meetings:guests.${kind}`)}</legend>
          {list.map((guest, index) => (
            <div key={guest.id}>
              <HiddenField name={`${kind}[${index}].id`} value={guest.id} />
              <Choices
                name={`${kind}[${index}].attendance`}
                label={guest.label}
                options={optionsOf(ATTENDANCES, (value) => t(`meetings:attendance.${value}`))}
              />
            </div>
          ))}
        </fieldset>
      ))}
      <TextArea
        name="summary"
        label={t('meetings:field.summary')}
        hint={t('meetings:field.summary_hint')}
        optional
        rows={6}
      />
      <Submit>{t(meeting.status === 'held' ? 'ui:save' : 'meetings:held.save')}</Submit>
    </Form>
  )
}

export function MeetingFacts({ meeting }: { meeting: Meeting }) {
  const { t } = useText()
  return (
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
        { label: t('ui:reason'), value: meeting.cancelReason },
        { label: t('meetings:from_call'), value: meeting.callId && t('ui:yes') },
      ]}
    />
  )
}

export function NeedsFromMeeting({ needs }: { needs: Awaited<ReturnType<typeof listNeedsFromMeeting>> }) {
  const { t } = useText()
  return (
    <>
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
    </>
  )
}

/** Where companies, their people and people looking for work are asked to a meeting. */
export function GuestAdding({ base }: { base: string }) {
  const { t } = useText()
  return (
    <>
      <ButtonLink to={`${base}/guests/new?kind=company`}>{t('meetings:guests.add_company')}</ButtonLink>
      <ButtonLink to={`${base}/contacts/new`}>{t('meetings:guests.add_contact')}</ButtonLink>
      <ButtonLink to={`${base}/guests/new?kind=candidate`}>{t('meetings:guests.add_candidate')}</ButtonLink>
    </>
  )
}

/** A need can come up with each company of a meeting. */
export function NeedAdding({ meetingId, companies }: { meetingId: string; companies: Guests['companies'] }) {
  const { t } = useText()
  return (
    <div className="flex flex-wrap gap-2">
      {companies.map((company) => (
        <ButtonLink key={company.id} to={`/needs/new?company=${company.id}&meeting=${meetingId}`}>
          {t('meetings:needs.add', { name: company.name })}
        </ButtonLink>
      ))}
    </div>
  )
}
