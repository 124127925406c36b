import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Notice } from '~/ui/page'
import type { Company } from '../companies.server'
import type { findPair } from './duplicate-pairs.server'
import { DuplicateReasons } from './duplicate-reasons'

/** Why two companies may be one, what speaks against it, and which of them stays. */
export function PairHead({
  kept,
  removed,
  pair,
}: {
  kept: Company
  removed: Company
  pair: Awaited<ReturnType<typeof findPair>>
}) {
  const { t, format } = useText()
  return (
    <>
      <div className="mb-4">
        <p className="font-medium">{t(pair ? 'duplicates:pair_why' : 'duplicates:pair_chosen')}</p>
        {pair && <DuplicateReasons reasons={pair.reasons} />}
      </div>
      {pair?.dismissedAt && (
        <Notice tone="warn">
          {t('duplicates:dismissed_by', {
            name: pair.deciderName ?? '–',
            at: format.moment(pair.dismissedAt),
          })}
        </Notice>
      )}
      {kept.businessId && removed.businessId && (
        <Notice tone="warn" title={t('duplicates:two_ids')}>
          {t('duplicates:two_ids_lead')}
        </Notice>
      )}
      <div className="mb-3 grid grid-cols-2 gap-2">
        <Heading company={kept} role={t('duplicates:stays')} />
        <Heading company={removed} role={t('duplicates:goes')} />
      </div>
    </>
  )
}

function Heading({ company, role }: { company: Pick<Company, 'id' | 'name'>; role: string }) {
  return (
    <div className="min-w-0 rounded-md border border-line bg-card p-3">
      <p className="text-sm text-soft">{role}</p>
      <p className="text-lg font-semibold wrap-anywhere">
        <Link className="link" to={`/companies/${company.id}`}>
          {company.name}
        </Link>
      </p>
    </div>
  )
}
