import { LANGUAGES } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Choices, optionsOf } from '~/ui/form-fields'

/** The language in which a person gets pages and mail. */
export function LanguageField() {
  const { t } = useText()
  return (
    <Choices
      name="language"
      label={t('auth:page_language')}
      options={optionsOf(LANGUAGES, (code) => t(`ui:languages.${code}`))}
    />
  )
}
