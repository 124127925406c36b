import { useField, useFormMetadata } from '@conform-to/react'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'
import { Checkbox, Choices, Field, optionsOf, Select, TextArea } from '~/ui/form-fields'
import { COMMON_LANGUAGES, LANGUAGE_LEVELS, WORK_FORMS } from './candidate'

/** The fields of a person's details, in the order a first meeting goes through them. */
export function CandidateFields() {
  const { t } = useText()
  return (
    <>
      <Field name="name" label={t('candidates:field.name')} autoComplete="off" />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="email" type="email" label={t('candidates:field.email')} optional autoComplete="off" />
        <Field name="phone" type="tel" label={t('candidates:field.phone')} optional autoComplete="off" />
        <Field name="street" label={t('candidates:field.street')} optional autoComplete="off" />
        <Field name="municipality" label={t('candidates:field.municipality')} optional />
      </div>
      <Checkbox
        name="nonDisclosure"
        label={t('candidates:field.non_disclosure')}
        hint={t('candidates:field.non_disclosure_hint')}
      />
      <Choices
        name="language"
        label={t('candidates:field.language')}
        options={optionsOf(['fi', 'sv', 'en'], (value) => t(`ui:languages.${value}`))}
      />
      <Field
        name="headline"
        label={t('candidates:field.headline')}
        hint={t('candidates:field.headline_hint')}
        optional
      />
      <TextArea
        name="about"
        label={t('candidates:field.about')}
        hint={t('candidates:field.about_hint')}
        optional
      />
      <Languages />
      <Choices
        name="forms"
        type="checkbox"
        label={t('candidates:field.forms')}
        optional
        options={optionsOf(WORK_FORMS, (value) => t(`candidates:form.${value}`))}
      />
      <Field
        name="worksIn"
        label={t('candidates:field.works_in')}
        hint={t('candidates:field.works_in_hint')}
        optional
      />
      <Checkbox name="remote" label={t('candidates:field.remote')} />
      <Field name="availableFrom" type="date" label={t('candidates:field.available_from')} optional />
      <TextArea
        name="goal"
        label={t('candidates:field.goal')}
        hint={t('candidates:field.goal_hint')}
        optional
        rows={3}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="referredBy" label={t('candidates:field.referred_by')} optional />
        <Field name="referredOn" type="date" label={t('candidates:field.referred_on')} optional />
        <Field name="euraStartedOn" type="date" label={t('candidates:field.eura_started_on')} optional />
        <Field name="euraEndedOn" type="date" label={t('candidates:field.eura_ended_on')} optional />
      </div>
    </>
  )
}

function Languages() {
  const { t, format } = useText()
  const form = useFormMetadata()
  const [languages] = useField<{ language: string; level: string }[]>('languages')
  const rows = languages.getFieldList()
  const names = optionsOf(COMMON_LANGUAGES, (value) => format.language(value)).sort((a, b) =>
    a.label.localeCompare(b.label),
  )
  return (
    <fieldset>
      <legend className="mb-2 font-medium">{t('candidates:field.languages')}</legend>
      {rows.map((row, index) => {
        const fields = row.getFieldset()
        return (
          <div key={row.key} className="mb-3 grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
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
