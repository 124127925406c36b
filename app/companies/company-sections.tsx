import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Badge, Section } from '~/ui/page'
import type { CompanyOverview } from './company-overview.server'
import { StageBadge } from './stage-badge'

/** The company's part in our work, one list a kind. */
export function CompanySections({
  companyId,
  overview,
  mayAddNeed,
  mayWrite,
}: {
  companyId: string
  overview: CompanyOverview
  mayAddNeed: boolean
  mayWrite: boolean
}) {
  return (
    <>
      <RoundsSection companyId={companyId} engagements={overview.engagements} mayWrite={mayWrite} />
      {overview.needs && <NeedsSection companyId={companyId} needs={overview.needs} mayAdd={mayAddNeed} />}
      {hasRows(overview.calls) && <CallsSection calls={overview.calls} />}
      {hasRows(overview.meetings) && <MeetingsSection meetings={overview.meetings} />}
      {hasRows(overview.presentations) && <PresentationsSection presentations={overview.presentations} />}
      {hasRows(overview.placements) && <PlacementsSection placements={overview.placements} />}
      {hasRows(overview.lists) && <ListsSection lists={overview.lists} />}
    </>
  )
}

/** A kind that is begun elsewhere needs no heading before there is some: what one needs before a call says it too. */
const hasRows = <Row,>(rows: Row[] | null): rows is Row[] => rows !== null && rows.length > 0

type RowsOf<Kind extends keyof CompanyOverview> = NonNullable<CompanyOverview[Kind]>

function RoundsSection({
  companyId,
  engagements,
  mayWrite,
}: {
  companyId: string
  engagements: RowsOf<'engagements'>
  mayWrite: boolean
}) {
  const { t, format } = useText()
  return (
    <Section
      id="rounds"
      title={t('companies:rounds')}
      actions={
        mayWrite && (
          <ButtonLink to={`/companies/${companyId}/engagements/new`}>
            {t('companies:engagement.add')}
          </ButtonLink>
        )
      }
    >
      <Lines none={t('companies:no_rounds')}>
        {engagements.map((engagement) => (
          <Line key={engagement.id} to={`/rounds/${engagement.roundId}`} title={engagement.roundName}>
            <StageBadge stage={engagement.stage} />
            {engagement.returningPartner && <Badge>{t('companies:returning_partner')}</Badge>}
            {engagement.nextAction && (
              <span>
                {engagement.nextActionOn && `${format.day(engagement.nextActionOn)}: `}
                {engagement.nextAction}
              </span>
            )}
            {engagement.promised && <span>{t('companies:promised', { promise: engagement.promised })}</span>}
            {mayWrite && (
              <Link
                className="link inline-flex min-h-6 items-center"
                to={`/companies/${companyId}/engagements/${engagement.roundId}`}
              >
                {t('ui:edit')}
                <span className="sr-only"> {engagement.roundName}</span>
              </Link>
            )}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}

function NeedsSection({
  companyId,
  needs,
  mayAdd,
}: {
  companyId: string
  needs: RowsOf<'needs'>
  mayAdd: boolean
}) {
  const { t, format } = useText()
  return (
    <Section
      id="needs"
      title={t('companies:needs')}
      actions={
        mayAdd && <ButtonLink to={`/needs/new?company=${companyId}`}>{t('companies:add_need')}</ButtonLink>
      }
    >
      <Lines none={t('companies:no_needs')}>
        {needs.map((need) => (
          <Line key={need.id} to={`/needs/${need.id}`} title={need.title}>
            <Badge tone={need.status === 'open' ? 'good' : 'plain'}>
              {t(`needs:status.${need.status}` as TextKey)}
            </Badge>
            <span>{t('companies:headcount', { count: need.headcount })}</span>
            {need.validUntil && (
              <span>{t('companies:valid_until', { day: format.day(need.validUntil) })}</span>
            )}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}

function CallsSection({ calls }: { calls: RowsOf<'calls'> }) {
  const { t, format } = useText()
  return (
    <Section id="calls" title={t('companies:calls')}>
      <Lines>
        {calls.map((call) => (
          <Line key={call.id} title={t(`calls:outcome.${call.outcome}` as TextKey)}>
            {call.endedAt && <span>{format.moment(call.endedAt)}</span>}
            <span>{call.campaignName}</span>
            <span>{call.callerName}</span>
            {call.note && <span className="basis-full text-ink">{call.note}</span>}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}

function MeetingsSection({ meetings }: { meetings: RowsOf<'meetings'> }) {
  const { t, format } = useText()
  return (
    <Section id="meetings" title={t('companies:meetings')}>
      <Lines>
        {meetings.map((meeting) => (
          <Line key={meeting.id} to={`/meetings/${meeting.id}`} title={meeting.title}>
            <span>{format.moment(meeting.startsAt)}</span>
            <Badge>{t(`meetings:status.${meeting.status}` as TextKey)}</Badge>
          </Line>
        ))}
      </Lines>
    </Section>
  )
}

function PresentationsSection({ presentations }: { presentations: RowsOf<'presentations'> }) {
  const { t, format } = useText()
  return (
    <Section id="presentations" title={t('companies:presentations')}>
      <Lines>
        {presentations.map((presentation) => (
          <Line
            key={presentation.id}
            to={`/presentations/${presentation.id}`}
            title={presentation.candidateNumber}
          >
            <span>{format.moment(presentation.sentAt)}</span>
            <span>{presentation.contactName}</span>
            {presentation.answer && (
              <Badge>{t(`presentations:answer.${presentation.answer}` as TextKey)}</Badge>
            )}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}

function PlacementsSection({ placements }: { placements: RowsOf<'placements'> }) {
  const { t, format } = useText()
  return (
    <Section id="placements" title={t('companies:placements')}>
      <Lines>
        {placements.map((placement) => (
          <Line key={placement.id} to={`/placements/${placement.id}`} title={placement.title}>
            <span>{placement.candidateNumber}</span>
            <span>
              {format.day(placement.startsOn)}–{placement.endsOn && format.day(placement.endsOn)}
            </span>
            <Badge>{t(`placements:status.${placement.status}` as TextKey)}</Badge>
          </Line>
        ))}
      </Lines>
    </Section>
  )
}

function ListsSection({ lists }: { lists: RowsOf<'lists'> }) {
  const { t, format } = useText()
  return (
    <Section id="lists" title={t('companies:on_lists')}>
      <Lines>
        {lists.map((list) => (
          <Line key={list.id} to={`/source-lists/${list.id}`} title={list.name}>
            <span>{t(`companies:list.providers.${list.provider as 'vainu'}`)}</span>
            {list.matchedKeywords.length > 0 && <span>{list.matchedKeywords.join(', ')}</span>}
            <span>{format.moment(list.addedAt)}</span>
          </Line>
        ))}
      </Lines>
    </Section>
  )
}

function Lines({ none, children }: { none?: string; children: ReactNode[] }) {
  if (children.length === 0) return <p className="text-soft">{none}</p>
  return <ul className="divide-y divide-line rounded-lg border border-line bg-card">{children}</ul>
}

function Line({ to, title, children }: { to?: string; title: string; children: ReactNode }) {
  return (
    <li className="px-4 py-2">
      {to ? (
        <Link className="link inline-flex min-h-6 items-center font-medium" to={to}>
          {title}
        </Link>
      ) : (
        <span className="font-medium">{title}</span>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-soft">{children}</div>
    </li>
  )
}
