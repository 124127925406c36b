import { useText } from '~/texts/use-text'
import { Card, Facts } from '~/ui/page'
import type { ListProvider } from '../source-list'
import { companyFields } from './company-field'
import type { CompanyImport } from './import.server'

/** Where the rows come from: the list's source and criteria, the file and its hash, who brought it. */
export function ImportFacts({ found }: { found: CompanyImport }) {
  const { t, format } = useText()
  const columns = companyFields.flatMap((field) => {
    const column = found.mapping[field]
    return column === undefined
      ? []
      : [`${found.header[column] || column + 1} → ${t(`companies:fields.${field}`)}`]
  })
  return (
    <Card>
      <Facts
        facts={[
          {
            label: t('companies:list.provider'),
            value: t(`companies:list.providers.${found.provider as ListProvider}`),
          },
          { label: t('companies:list.criteria'), value: found.criteria },
          { label: t('companies:list.keywords'), value: found.keywords.join(', ') },
          { label: t('imports:file'), value: found.fileName },
          { label: t('imports:encoding'), value: found.encoding },
          {
            label: t('imports:hash'),
            value: <code className="break-all text-sm">{found.sha256}</code>,
          },
          { label: t('imports:columns'), value: columns.join(', ') },
          {
            label: t('imports:uploaded'),
            value: [format.moment(found.createdAt), found.starterName].filter(Boolean).join(' · '),
          },
          {
            label: t('imports:committed'),
            value:
              found.committedAt &&
              [format.moment(found.committedAt), found.committerName].filter(Boolean).join(' · '),
          },
        ]}
      />
    </Card>
  )
}
