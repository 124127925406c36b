import { useText } from '~/texts/use-text'
import { Card, Facts } from '~/ui/page'
import type { ListProvider } from './source-list'
import type { SourceListRow } from './source-lists.server'

/** Where the list comes from, by what it was chosen, and who made it. */
export function SourceListFacts({ sourceList }: { sourceList: SourceListRow }) {
  const { t, format } = useText()
  return (
    <Card>
      <Facts
        facts={[
          {
            label: t('companies:list.provider'),
            value: t(`companies:list.providers.${sourceList.provider as ListProvider}`),
          },
          { label: t('companies:list.round'), value: sourceList.roundName },
          { label: t('companies:list.criteria'), value: sourceList.criteria },
          { label: t('companies:list.keywords'), value: sourceList.keywords.join(', ') },
          { label: t('companies:list.run_on'), value: sourceList.runOn && format.day(sourceList.runOn) },
          { label: t('companies:list.licence'), value: sourceList.licenceNote },
          {
            label: t('companies:list.created'),
            value: [format.moment(sourceList.createdAt), sourceList.authorName].filter(Boolean).join(' · '),
          },
        ]}
      />
    </Card>
  )
}
