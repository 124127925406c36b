import { useText } from '~/texts/use-text'

/** What the European Commission asks of whoever uses ESCO, once it has been imported. */
export function Attribution({
  inUse,
}: {
  inUse: { taxonomy: string | null; version: string | null; importedAt: Date | null }[]
}) {
  const { t, format } = useText()
  const esco = inUse.find(({ taxonomy }) => taxonomy === 'esco')
  if (!esco?.importedAt) return null
  return (
    <p className="mt-6 text-sm text-soft">
      {t('skills:taxonomy.attribution')}{' '}
      {t('skills:taxonomy.attribution_detail', {
        version: esco.version ?? t('skills:taxonomy.version_unknown'),
        at: format.moment(esco.importedAt),
      })}
    </p>
  )
}
