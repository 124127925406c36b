import { Link } from '@remix-run/react'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Badge, Card, Facts, type Tone } from '~/ui/page'
import type { FollowUp } from './follow-up.server'
import type { listChain, listPlacementEvents, Placement } from './placements.server'

const TONES: Record<string, Tone> = {
  planned: 'info',
  agreed: 'info',
  ready: 'info',
  running: 'good',
  paused: 'warn',
  ended_as_planned: 'plain',
  interrupted: 'bad',
  terminated: 'bad',
  cancelled: 'plain',
}

export function PlacementStatus({ status }: { status: string }) {
  const { t } = useText()
  return <Badge tone={TONES[status]}>{t(`placements:status.${status}` as TextKey)}</Badge>
}

export function PlacementFacts({
  placement,
  linksCandidate,
}: {
  placement: Placement
  linksCandidate: boolean
}) {
  const { t, format } = useText()
  const onDay = (day: string | null) => day && format.day(day)
  const who = [placement.candidateNumber, placement.candidateName].filter(Boolean).join(' ')
  return (
    <Facts
      facts={[
        {
          label: t('placements:field.candidate'),
          value: linksCandidate ? (
            <Link className="link" to={`/candidates/${placement.candidateId}`}>
              {who}
            </Link>
          ) : (
            placement.candidateNumber
          ),
        },
        {
          label: t('placements:field.company'),
          value: (
            <Link className="link" to={`/companies/${placement.companyId}`}>
              {placement.companyName}
            </Link>
          ),
        },
        { label: t('placements:field.form'), value: t(`placements:form.${placement.form}` as TextKey) },
        { label: t('placements:field.employer'), value: placement.employerOfRecord },
        { label: t('placements:field.supervisor'), value: placement.supervisorName },
        { label: t('placements:field.starts_on'), value: format.day(placement.startsOn) },
        { label: t('placements:field.ends_on'), value: onDay(placement.endsOn) },
        { label: t('placements:field.started_on'), value: onDay(placement.startedOn) },
        { label: t('placements:field.ended_on'), value: onDay(placement.endedOn) },
        {
          label: t('placements:field.hours'),
          value: placement.hoursPerDay && format.number(placement.hoursPerDay),
        },
        { label: t('placements:field.days'), value: placement.daysPerWeek },
        { label: t('placements:field.place'), value: placement.place },
        { label: t('placements:field.tasks'), value: placement.tasks },
        {
          label: t('placements:field.purpose'),
          value: placement.purpose && t(`placements:purpose.${placement.purpose}` as TextKey),
        },
        {
          label: t('placements:field.trial_time'),
          value: placement.form === 'work_trial' && t('placements:trial_time', placement.trialTime),
        },
        { label: t('placements:field.signed_candidate'), value: onDay(placement.signedByCandidateOn) },
        { label: t('placements:field.signed_host'), value: onDay(placement.signedByHostOn) },
        { label: t('placements:field.signed_authority'), value: onDay(placement.signedByAuthorityOn) },
        { label: t('placements:field.insurance'), value: placement.insuranceRef },
        { label: t('placements:field.subsidy_decided'), value: onDay(placement.subsidyDecidedOn) },
        { label: t('placements:field.decision_ref'), value: placement.decisionRef },
        { label: t('placements:field.transfer_permit'), value: placement.transferPermitRef },
        {
          label: t('placements:field.need'),
          value: placement.needId && (
            <Link className="link" to={`/needs/${placement.needId}`}>
              {placement.needTitle}
            </Link>
          ),
        },
        { label: t('placements:field.round'), value: placement.roundName },
        { label: t('placements:field.coach'), value: placement.coachName },
      ]}
    />
  )
}

export function Chain({ chain, current }: { chain: Awaited<ReturnType<typeof listChain>>; current: string }) {
  const { t, format } = useText()
  if (chain.length < 2) return <p className="text-soft">{t('placements:chain.alone')}</p>
  return (
    <ol className="flex flex-wrap items-center gap-2">
      {chain.map((step, index) => (
        <li key={step.id} className="flex items-center gap-2">
          {index > 0 && <span aria-hidden="true">→</span>}
          <Link
            aria-current={step.id === current ? 'step' : undefined}
            className={`link rounded-md border border-line bg-card px-3 py-2 ${step.id === current ? 'font-semibold' : ''}`}
            to={`/placements/${step.id}`}
          >
            {t(`placements:form.${step.form}` as TextKey)} {format.day(step.startsOn)}
          </Link>
        </li>
      ))}
    </ol>
  )
}

export function StatusHistory({ events }: { events: Awaited<ReturnType<typeof listPlacementEvents>> }) {
  const { t, format } = useText()
  return (
    <ol className="space-y-2">
      {events.map((event) => (
        <li key={event.id}>
          <span className="font-medium">{t(`placements:status.${event.to}` as TextKey)}</span>{' '}
          {event.happenedOn && format.day(event.happenedOn)}{' '}
          <span className="text-sm text-soft">
            {[
              format.moment(event.at),
              event.actorName,
              event.endedByParty && t(`placements:party.${event.endedByParty}` as TextKey),
              event.reason,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ol>
  )
}

export function CheckIns({ checkIns }: { checkIns: FollowUp['checkIns'] }) {
  const { t, format } = useText()
  if (checkIns.length === 0) return <p className="text-soft">{t('placements:check_in.none')}</p>
  return (
    <ul className="space-y-3">
      {checkIns.map((checkIn) => (
        <li key={checkIn.id}>
          <Card>
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{format.day(checkIn.heldOn)}</span>
              <Badge tone={checkIn.onTrack ? 'good' : 'warn'}>
                {t(checkIn.onTrack ? 'placements:check_in.on_track' : 'placements:check_in.off_track')}
              </Badge>
              {checkIn.concern && <Badge tone="bad">{t('placements:check_in.concern')}</Badge>}
            </p>
            <p className="text-sm text-soft">
              {[
                t(`placements:mode.${checkIn.mode}` as TextKey),
                t(`placements:heard.${checkIn.heard}` as TextKey),
                checkIn.mood && `${t('placements:check_in.mood')}: ${checkIn.mood}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {checkIn.note && <p className="whitespace-pre-line">{checkIn.note}</p>}
          </Card>
        </li>
      ))}
    </ul>
  )
}

export function Assessments({ assessments }: { assessments: FollowUp['assessments'] }) {
  const { t, format } = useText()
  if (assessments.length === 0) return <p className="text-soft">{t('placements:assessment.none')}</p>
  return (
    <ul className="space-y-3">
      {assessments.map((assessment) => (
        <li key={assessment.id}>
          <Card>
            <h3 className="mb-2 font-medium">
              {t(`placements:assessment.${assessment.kind}` as TextKey)} {format.day(assessment.givenOn)}
            </h3>
            <Facts
              facts={[
                { label: t('placements:assessment.given_by'), value: assessment.givenByName },
                { label: t('placements:assessment.fit'), value: assessment.fitToWork },
                { label: t('placements:assessment.readiness'), value: assessment.readiness },
                { label: t('placements:assessment.strengths'), value: assessment.strengths },
                { label: t('placements:assessment.to_develop'), value: assessment.toDevelop },
                {
                  label: t('placements:assessment.would_hire'),
                  value:
                    assessment.wouldHire && t(`placements:assessment.${assessment.wouldHire}` as TextKey),
                },
              ]}
            />
          </Card>
        </li>
      ))}
    </ul>
  )
}

export function Outcomes({
  base,
  outcomes,
  mayWrite,
}: {
  base: string
  outcomes: FollowUp['outcomes']
  mayWrite: boolean
}) {
  const { t, format } = useText()
  if (outcomes.length === 0) return <p className="text-soft">{t('placements:outcome.none')}</p>
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {outcomes.map((outcome) => (
        <li key={outcome.id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
          <div>
            <span className="font-medium">{t(`placements:class.${outcome.class}` as TextKey)}</span>{' '}
            {outcome.withdrawnAt && <Badge>{t('placements:outcome.withdrawn_badge')}</Badge>}
            <p className="text-sm text-soft">
              {[
                format.day(outcome.happenedOn),
                t(`placements:seen.${outcome.seenAs}` as TextKey),
                outcome.evidence,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          {mayWrite && !outcome.withdrawnAt && (
            <ButtonLink look="quiet" to={`${base}/outcomes/${outcome.id}/withdrawal`}>
              {t('placements:outcome.withdraw')}
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  )
}
