import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Notice } from '~/ui/page'
import { type SuppressionReason, whereAsked } from './suppression'
import type { SuppressionRow } from './suppressions.server'

/** The bans in force, first thing on the page; who wrote them, when and why. */
export function SuppressionNotice({
  suppressions,
  mayWrite,
}: {
  suppressions: SuppressionRow[]
  mayWrite: boolean
}) {
  const { t, format } = useText()
  const inForce = suppressions.filter(({ liftedAt }) => liftedAt === null)
  if (inForce.length === 0) return null
  return (
    <Notice tone="bad" title={t('suppressions:notice')}>
      <ul>
        {inForce.map((suppression) => (
          <li key={suppression.id} className="mt-1">
            {t(`suppressions:channels.${suppression.channel as 'all'}`)},{' '}
            {t(`suppressions:reasons.${suppression.reason as SuppressionReason}`)} ·{' '}
            {format.moment(suppression.createdAt)}
            {[suppression.askedBy, whereAsked(t, suppression.askedHow), suppression.authorName]
              .filter(Boolean)
              .map((part) => ` · ${part}`)}
            {suppression.wording && <q className="block">{suppression.wording}</q>}
            {mayWrite && (
              <Link
                className="link ml-2 inline-flex min-h-6 items-center"
                to={`/suppressions/${suppression.id}/lifting`}
              >
                {t('suppressions:lift')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
