import { Link } from '@remix-run/react'
import { PointReasons } from '~/companies/point-reasons'
import { useText } from '~/texts/use-text'
import { EmptyState } from '~/ui/page'
import type { OrderPreviewRow } from './call-order-preview.server'

/** Whom these points would have called first, and what each part of the points is for. */
export function OrderPreview({ rows }: { rows: OrderPreviewRow[] }) {
  const { t } = useText()
  if (rows.length === 0) return <EmptyState title={t('prospects:order.preview_empty')} />
  return (
    <ol className="list-decimal space-y-3 rounded-lg border border-line bg-card py-4 pr-4 pl-10">
      {rows.map((company) => (
        <li key={company.id}>
          <Link className="link font-medium" to={`/companies/${company.id}`}>
            {company.name}
          </Link>
          {company.municipality && <span className="text-soft"> · {company.municipality}</span>}
          <span className="block">
            <PointReasons points={company.points} reasons={company.reasons} />
          </span>
        </li>
      ))}
    </ol>
  )
}
