import { useField, useFormMetadata } from '@conform-to/react'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'
import { optionsOf, Select } from '~/ui/form-fields'
import { COMMON_LANGUAGES, LANGUAGE_LEVELS } from './candidate'

/** Languages that somebody knows or that are asked for, each with its level; rows are added and removed without script. */
export function LanguageFields({ label, hint }: { label: string; hint?: string }) {
  const { t, format } = useText()
  const form = useFormMetadata()
  const [languages] = useField<{ language: string; level: string }[]>('languages')
  const names = optionsOf(COMMON_LANGUAGES, (value) => format.language(value)).sort((a, b) =>
    a.label.localeCompare(b.label),
  )
  return (
    <fieldset>
      <legend className="mb-2 font-medium">{label}</legend>
      {hint && <p className="mb-3 text-sm text-soft">{hint}</p>}
      {languages.getFieldList().map((row, index) => {
        const fields = row.getFieldset()
        return (
          <div key={row.key} className="mb-3 grid grid-cols-2 items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
            <Select name={fields.language.name} label={t('candidates:field.language_name')} options={names} />
            <Select
              name={fields.level.name}
              label={t('candidates:field.language_level')}
              options={optionsOf(LANGUAGE_LEVELS, (value) => t(`candidates:level.${value}`))}
            />
            <Button look="quiet" {...form.remove.getButtonProps({ name: 'languages', index })}>
              {t('ui:remove')}
            </Button>
          </div>
        )
      })}
      <Button look="secondary" {...form.insert.getButtonProps({ name: 'languages' })}>
        {t('candidates:field.add_language')}
      </Button>
    </fieldset>
  )
}
