import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'

/** The page that says two companies are not the same, or takes that back: both names, and the one button. */
export function PairPage({ doing, names }: { doing: 'not_same' | 'reopen'; names: string[] }) {
  const { t } = useText()
  return (
    <FormPage
      title={t(`duplicates:${doing}`)}
      lead={names.join(' · ')}
      up={{ to: '/companies/duplicates', label: t('duplicates:title') }}
      note={t(`duplicates:${doing}_lead`)}
      submit={t(`duplicates:${doing}`)}
    />
  )
}
