import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Section } from '~/ui/page'
import type { SearchGroup } from './search'

/** The hits of one kind, each a link to its record. */
export function SearchGroupSection({ group }: { group: SearchGroup }) {
  const { t, format } = useText()
  return (
    <Section
      id={group.kind}
      title={t(`search:kinds.${group.kind}`)}
      actions={
        group.more &&
        group.all && (
          <Link className="link" to={group.all}>
            {t('search:show_all')}
          </Link>
        )
      }
    >
      <ul className="divide-y divide-line rounded-lg border border-line bg-card">
        {group.hits.map((hit) => (
          <li key={hit.id}>
            <Link
              to={hit.to}
              className="flex min-h-11 flex-wrap items-baseline gap-x-3 px-4 py-2 no-underline hover:bg-bridge-pale"
            >
              <span className="font-medium text-bridge-deep underline">{hit.title}</span>
              <span className="text-sm text-soft">
                {[hit.at && format.moment(hit.at), hit.day && format.day(hit.day), hit.detail]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
