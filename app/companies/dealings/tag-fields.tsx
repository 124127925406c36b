import { useText } from '~/texts/use-text'
import { Choices, Field, optionsOf } from '~/ui/form-fields'
import { tones } from './dealing-forms'

/** The word and its colour; the word alone carries the meaning. */
export function TagFields() {
  const { t } = useText()
  return (
    <>
      <Field name="name" label={t('dealings:tag.name')} />
      <Choices
        name="tone"
        label={t('dealings:tag.tone')}
        options={optionsOf(tones, (value) => t(`dealings:tag.tones.${value}`))}
      />
    </>
  )
}
