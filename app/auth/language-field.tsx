import { LANGUAGES } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Choices } from '~/ui/form-fields'

/** The language in which a person gets pages and mail. */
export function LanguageField() {
  const { t } = useText()
  return (
    <Choices
      name="language"
      label={t('auth:page_language')}
      options={LANGUAGES.map((code) => ({ value: code, label: t(`ui:languages.${code}`) }))}
    />
  )
}
