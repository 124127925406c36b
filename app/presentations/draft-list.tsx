import { Link } from '@remix-run/react'
import { ConsentStateLine } from '~/needs/consent-state'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import type { Draft } from './suggestions.server'

/** People put forward and not yet shown: what the consent allows next, and a way to give it up. */
export function DraftList({ drafts, mayDecide }: { drafts: Draft[]; mayDecide: boolean }) {
  const { t } = useText()
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {drafts.map((draft) => (
        <li key={draft.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
          <DraftFacts draft={draft} />
          {mayDecide && (
            <div className="flex flex-wrap gap-2">
              {draft.consent.state === 'given' && draft.reservedFor === null && (
                <ButtonLink
                  look="primary"
                  to={`/presentations/new?need=${draft.needId}&candidate=${draft.candidateId}`}
                  aria-label={t('needs:present_person', { number: draft.number })}
                >
                  {t('needs:present')}
                </ButtonLink>
              )}
              <ActionButton action={`/needs/${draft.needId}/people/${draft.candidateId}/decision-undo`}>
                {t('lists:leaving_out.undo')} <span className="sr-only">{draft.number}</span>
              </ActionButton>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function DraftFacts({ draft }: { draft: Draft }) {
  const { t, format } = useText()
  return (
    <div>
      <p>
        <Link className="link font-medium" to={`/needs/${draft.needId}/people/${draft.candidateId}`}>
          {draft.number}
        </Link>{' '}
        {draft.needTitle}, {draft.companyName}
      </p>
      <p className="text-sm text-soft">
        {t('lists:leaving_out.chosen', {
          name: draft.deciderName ?? '',
          day: format.moment(draft.decidedAt),
        })}{' '}
        {draft.reason}
      </p>
      <ConsentStateLine
        consent={draft.consent}
        candidateId={draft.candidateId}
        companyId={draft.companyId}
        mayRecord={false}
        planTo={`/presentations/plans/new?candidate=${draft.candidateId}&need=${draft.needId}`}
        reservedFor={draft.reservedFor}
      />
    </div>
  )
}
