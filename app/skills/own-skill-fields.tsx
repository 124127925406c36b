import { useText } from '~/texts/use-text'
import { Checkbox, Choices, Field, optionsOf, TextArea } from '~/ui/form-fields'
import { OWN_KINDS } from './own-vocabulary'

/** The fields of a skill of one's own. */
export function OwnSkillFields() {
  const { t } = useText()
  return (
    <>
      <Field name="fi" label={t('skills:own.fi')} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="sv" label={t('skills:own.sv')} hint={t('skills:own.same_hint')} optional />
        <Field name="en" label={t('skills:own.en')} hint={t('skills:own.same_hint')} optional />
      </div>
      <Choices
        name="kind"
        label={t('skills:own.kind')}
        options={optionsOf(OWN_KINDS, (value) => t(`skills:kind.${value}`))}
      />
      <OwnWordFields />
      <TextArea
        name="implies"
        label={t('skills:own.implies')}
        hint={t('skills:own.implies_hint')}
        optional
        rows={2}
      />
    </>
  )
}

/** Other names of a skill, by language. */
export function OwnWordFields() {
  const { t } = useText()
  return (
    <>
      {(['any', 'fi', 'sv', 'en'] as const).map((language) => (
        <TextArea
          key={language}
          name={`words_${language}`}
          label={t(`skills:own.words_${language}`)}
          hint={language === 'any' ? t('skills:own.words_hint') : undefined}
          optional
          rows={2}
        />
      ))}
      <Checkbox name="strict" label={t('skills:own.strict')} hint={t('skills:own.strict_hint')} />
    </>
  )
}
