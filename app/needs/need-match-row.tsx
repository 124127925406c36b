import { Link } from '@remix-run/react'
import type { ConsentState } from '~/candidates/consent'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ConsentStateLine } from './consent-state'
import { MatchCard, type SkillNames } from './match-card'
import type { MatchDecision } from './match-decisions.server'

type Decision = {
  decision: MatchDecision
  reason: string | null
  deciderName: string | null
  decidedAt: Date
}

/** One person on the list of a need: the comparison, whether the person may be shown, and what was decided. */
export function NeedMatchRow({
  row: { match, headline, reservedFor, consent, presented, decision },
  need,
  skillNames,
  mayRecord,
  mayPresent,
}: {
  row: {
    match: Parameters<typeof MatchCard>[0]['match']
    headline: string | null
    reservedFor: string | null
    consent: { profile?: ConsentState } | undefined
    presented: boolean
    decision: Decision | undefined
  }
  need: { id: string; companyId: string }
  skillNames: SkillNames
  mayRecord: boolean
  mayPresent: boolean
}) {
  const { t } = useText()
  const { personId, number } = match
  return (
    <MatchCard
      match={match}
      skillNames={skillNames}
      title={
        <>
          <Link className="link" to={`/candidates/${personId}`}>
            {number}
          </Link>
          {headline && <span className="font-normal"> {headline}</span>}
        </>
      }
    >
      <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
        <div>
          <ConsentStateLine
            consent={consent?.profile}
            candidateId={personId}
            companyId={need.companyId}
            mayRecord={mayRecord}
            planTo={mayPresent && `/presentations/plans/new?candidate=${personId}&need=${need.id}`}
            reservedFor={reservedFor}
          />
          <ShownBefore needId={need.id} person={match} presented={presented} />
          {decision && <Decided {...decision} />}
        </div>
        {mayPresent && reservedFor === null && consent?.profile?.state === 'given' && (
          <ButtonLink
            look={presented || decision?.decision === 'left_out' ? 'secondary' : 'primary'}
            to={`/presentations/new?need=${need.id}&candidate=${personId}`}
            aria-label={t('needs:present_person', { number })}
          >
            {t('needs:present')}
          </ButtonLink>
        )}
      </div>
    </MatchCard>
  )
}

/** How often the person was shown to anybody, why they stand here, and what was sent for this need. */
function ShownBefore({
  needId,
  person: { personId, number, timesShown },
  presented,
}: {
  needId: string
  person: { personId: string; number: string; timesShown: number }
  presented: boolean
}) {
  const { t } = useText()
  return (
    <p className="mt-1 text-sm text-soft">
      {timesShown === 0 ? t('needs:never_shown') : t('needs:times_shown', { count: timesShown })}{' '}
      <Link
        className="link"
        to={`/needs/${needId}/people/${personId}`}
        aria-label={t('lists:why.open_about', { number })}
      >
        {t('lists:why.open')}
      </Link>
      {presented && (
        <>
          {' '}
          <Link className="link" to={`/presentations?need=${needId}`}>
            {t('needs:presented_here')}
          </Link>
        </>
      )}
    </p>
  )
}

function Decided({ decision, reason, deciderName, decidedAt }: Decision) {
  const { t, format } = useText()
  return (
    <p className="mt-1 text-sm">
      {t(decision === 'left_out' ? 'lists:leaving_out.said' : 'lists:leaving_out.chosen', {
        reason: reason ?? '',
        name: deciderName ?? '',
        day: format.moment(decidedAt),
      })}
    </p>
  )
}
