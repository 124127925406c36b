import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Page } from '~/ui/page'

/** The page that says two companies are not the same, or takes that back: both names, and the one button. */
export function PairPage({ doing, names }: { doing: 'not_same' | 'reopen'; names: string[] }) {
  const { t } = useText()
  return (
    <Page
      title={t(`duplicates:${doing}`)}
      lead={names.join(' · ')}
      up={{ to: '/companies/duplicates', label: t('duplicates:title') }}
      narrow
    >
      <p className="mb-4">{t(`duplicates:${doing}_lead`)}</p>
      <Form>
        <Submit>{t(`duplicates:${doing}`)}</Submit>
      </Form>
    </Page>
  )
}
