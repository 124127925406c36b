import { useText } from '~/texts/use-text'
import { Checkbox, Choices, Field, optionsOf, TextArea } from '~/ui/form-fields'
import { WORK_FORMS } from './candidate'
import { LanguageFields } from './language-fields'

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
      <LanguageFields label={t('candidates:field.languages')} />
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
      <Field
        name="availableFrom"
        type="date"
        label={t('candidates:field.available_from')}
        hint={t('candidates:field.available_hint')}
        optional
      />
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
