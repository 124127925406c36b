import { useText } from '~/texts/use-text'
import { Card, Facts } from '~/ui/page'
import type { TaxonomyImport } from './taxonomy-import.server'
import type { ConceptKind, LinkKind } from './taxonomy-table'

const plainCounts = [
  'added',
  'changed',
  'unchanged',
  'retired',
  'linksWithoutConcept',
  'joined',
  'toReview',
] as const

/** What a finished import brought. */
export function TaxonomyReport({ found }: { found: TaxonomyImport }) {
  const { t, format } = useText()
  const { counts } = found
  const kinds = Object.entries(counts.concepts ?? {}).map(([kind, count]) =>
    t(`skills:taxonomy.kinds.${kind as ConceptKind}`, { number: format.number(count) }),
  )
  const links = Object.entries(counts.links ?? {}).map(([kind, count]) =>
    t(`skills:taxonomy.link_kinds.${kind as LinkKind}`, { number: format.number(count) }),
  )
  return (
    <Card>
      <Facts
        facts={[
          { label: t('skills:taxonomy.version'), value: found.version },
          { label: t('skills:taxonomy.counts.concepts'), value: kinds.join(', ') },
          { label: t('skills:taxonomy.counts.links'), value: links.join(', ') },
          { label: t('skills:taxonomy.counts.languages'), value: counts.languages?.join(', ') },
          ...plainCounts.map((name) => ({
            label: t(`skills:taxonomy.counts.${name}`),
            value: format.number(counts[name] ?? 0),
          })),
        ]}
      />
    </Card>
  )
}
