import type { ConsentState } from '~/candidates/consent'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ConsentStateLine } from './consent-state'

/**
 * Whether a person may be shown to a company, and what can be done about it: ask, plan, present. `about` is what it
 * would be shown for, as an address writes it: `need=<id>`, or `company=<id>` where there is no need.
 */
export function WaysToPresent({
  consent,
  candidateId,
  company,
  about,
  mayRecord,
  mayPresent,
  reservedFor,
}: {
  consent: ConsentState | undefined
  candidateId: string
  company: { id: string; name: string }
  about: `need=${string}` | `company=${string}`
  mayRecord: boolean
  mayPresent: boolean
  reservedFor: string | null
}) {
  const { t } = useText()
  const asked = `candidate=${candidateId}&${about}`
  return (
    <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
      <ConsentStateLine
        consent={consent}
        candidateId={candidateId}
        companyId={company.id}
        mayRecord={mayRecord}
        planTo={mayPresent && `/presentations/plans/new?${asked}`}
        reservedFor={reservedFor}
      />
      {mayPresent && reservedFor === null && consent?.state === 'given' && (
        <ButtonLink
          look="primary"
          to={`/presentations/new?${asked}`}
          aria-label={t('needs:present_to', { company: company.name })}
        >
          {t('needs:present')}
        </ButtonLink>
      )}
    </div>
  )
}
