import { Link } from '@remix-run/react'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { ActionButton } from '~/ui/form'
import { Badge, Facts, type Tone } from '~/ui/page'
import type { Readiness } from './mentoring'
import type { listMentors, listParticipants } from './programme-people.server'
import type { Programme } from './programmes.server'
import type { countMentoring, SessionRow } from './sessions.server'

const STATUS_TONES: Record<string, Tone> = {
  draft: 'plain',
  running: 'good',
  closed: 'plain',
  planned: 'info',
  held: 'good',
  cancelled: 'bad',
}

export function StatusBadge({ of, status }: { of: 'status' | 'session_status'; status: string }) {
  const { t } = useText()
  return <Badge tone={STATUS_TONES[status]}>{t(`mentoring:${of}.${status}` as TextKey)}</Badge>
}

/** What experience says should be in order before the first session. */
export function ReadinessList({ readiness }: { readiness: Readiness }) {
  const { t } = useText()
  return (
    <ul className="space-y-1">
      {Object.entries(readiness).map(([check, done]) => (
        <li key={check} className="flex gap-2">
          <span aria-hidden="true">{done ? '✓' : '○'}</span>
          <span>
            {t(`mentoring:readiness.${check}` as TextKey)}
            <span className="sr-only">: {done ? t('ui:yes') : t('ui:no')}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

export function MentorList({
  base,
  mentors,
  mayWrite,
}: {
  base: string
  mentors: Awaited<ReturnType<typeof listMentors>>
  mayWrite: boolean
}) {
  const { t, format } = useText()
  if (mentors.length === 0) return <p className="text-soft">{t('mentoring:mentors.none')}</p>
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {mentors.map((mentor) => (
        <li key={mentor.id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
          <div>
            <p className="font-medium">
              {mentor.name}
              {mentor.leftAt && (
                <span className="font-normal text-soft"> ({t('mentoring:mentors.left')})</span>
              )}
            </p>
            <p className="text-sm text-soft">
              <Link className="link" to={`/companies/${mentor.companyId}`}>
                {mentor.companyName}
              </Link>
              {' · '}
              {mentor.confidentialitySignedOn
                ? t('mentoring:mentors.signed', { day: format.day(mentor.confidentialitySignedOn) })
                : t('mentoring:mentors.not_signed')}
            </p>
          </div>
          {mayWrite && !mentor.leftAt && (
            <ActionButton look="quiet" action={`${base}/mentors/${mentor.id}/removal`}>
              {t('mentoring:mentors.remove')}
              <span className="sr-only"> {mentor.name}</span>
            </ActionButton>
          )}
        </li>
      ))}
    </ul>
  )
}

export function ParticipantList({
  base,
  participants,
  mayWrite,
}: {
  base: string
  participants: Awaited<ReturnType<typeof listParticipants>>
  mayWrite: boolean
}) {
  const { t, format } = useText()
  if (participants.length === 0) return <p className="text-soft">{t('mentoring:participants.none')}</p>
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {participants.map((person) => (
        <li key={person.id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
          <div>
            <Link className="link font-medium" to={`/candidates/${person.id}`}>
              {person.number}
            </Link>{' '}
            {person.name}
            <p className="text-sm text-soft">
              {format.day(person.joinedOn)}
              {person.leftOn && ` – ${format.day(person.leftOn)}`}
              {person.leaveReason && ` · ${person.leaveReason}`}
            </p>
          </div>
          {mayWrite && !person.leftOn && (
            <Link
              className="link inline-flex min-h-11 items-center"
              to={`${base}/participants/${person.id}/leaving`}
            >
              {t('mentoring:participants.end')}
              <span className="sr-only"> {person.number}</span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}

export function SessionList({ base, sessions }: { base: string; sessions: SessionRow[] }) {
  const { t, format } = useText()
  if (sessions.length === 0) return <p className="text-soft">{t('mentoring:sessions.none')}</p>
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {sessions.map((session) => (
        <li key={session.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
          <Link className="link font-medium" to={`${base}/${session.id}`}>
            {format.moment(session.startsAt)}
          </Link>
          <StatusBadge of="session_status" status={session.status} />
          <span>
            {[
              t(`mentoring:kind.${session.kind}` as TextKey),
              t(`mentoring:mode.${session.mode}` as TextKey),
              session.topic,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <span className="text-sm text-soft">
            {session.status === 'held' &&
              `${format.duration(session.heldMinutes ?? 0)} · ${t('mentoring:sessions.attended', { count: session.attended ?? 0 })}`}
            {session.cancelReason}
          </span>
        </li>
      ))}
    </ul>
  )
}

export function ProgrammeFacts({
  programme,
  counts,
}: {
  programme: Programme
  counts: Awaited<ReturnType<typeof countMentoring>>
}) {
  const { t, format } = useText()
  return (
    <Facts
      facts={[
        { label: t('mentoring:field.goal'), value: programme.goal },
        {
          label: t('mentoring:field.model'),
          value: t(`mentoring:model.${programme.model}` as TextKey),
        },
        { label: t('mentoring:field.facilitator'), value: programme.facilitatorName },
        { label: t('mentoring:field.round'), value: programme.roundName },
        {
          label: t('mentoring:field.starts_on'),
          value: programme.startsOn && format.day(programme.startsOn),
        },
        {
          label: t('mentoring:field.ends_on'),
          value: programme.endsOn && format.day(programme.endsOn),
        },
        {
          label: t('mentoring:field.channel'),
          value: programme.channelUrl && (
            <a className="link" href={programme.channelUrl} rel="noreferrer">
              {programme.channelUrl}
            </a>
          ),
        },
        { label: t('mentoring:count.events'), value: format.number(counts.events) },
        { label: t('mentoring:count.hours'), value: format.duration(counts.minutes) },
        { label: t('mentoring:count.participations'), value: format.number(counts.participations) },
        { label: t('mentoring:count.persons'), value: format.number(counts.persons) },
      ]}
    />
  )
}
