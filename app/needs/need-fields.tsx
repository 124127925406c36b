import { useField, useFormMetadata } from '@conform-to/react'
import { WORK_FORMS } from '~/candidates/candidate'
import { SKILL_LEVELS } from '~/candidates/candidate-skill'
import { LanguageFields } from '~/candidates/language-fields'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'
import { Checkbox, Choices, Field, optionsOf, Select, TextArea } from '~/ui/form-fields'
import { SuggestField } from '~/ui/suggest-field'
import { ABOUT_PERSON, REMOTE_SHARES } from './need'

/** The fields of a need, in the order an employer tells them. `contacts` are the company's people, if it is known. */
export function NeedFields({ contacts }: { contacts: { id: string; name: string }[] }) {
  const { t } = useText()
  return (
    <>
      <Field name="title" label={t('needs:field.title')} hint={t('needs:field.title_hint')} />
      <TextArea
        name="description"
        label={t('needs:field.description')}
        hint={t('needs:field.description_hint')}
        optional
        rows={6}
      />
      <SkillRows />
      <LanguageFields label={t('needs:field.languages')} hint={t('needs:field.languages_hint')} />
      <Choices
        name="forms"
        type="checkbox"
        label={t('needs:field.forms')}
        optional
        options={optionsOf(WORK_FORMS, (value) => t(`candidates:form.${value}`))}
      />
      <Choices
        name="remote"
        label={t('needs:field.remote')}
        options={optionsOf(REMOTE_SHARES, (value) => t(`needs:remote.${value}`))}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="municipality" label={t('needs:field.municipality')} optional />
        <Field name="headcount" type="number" min={1} max={500} label={t('needs:field.headcount')} />
        <Field name="startsOn" type="date" label={t('needs:field.starts_on')} optional />
        <Field
          name="validUntil"
          type="date"
          label={t('needs:field.valid_until')}
          hint={t('needs:field.valid_until_hint')}
          optional
        />
      </div>
      {contacts.length > 0 && (
        <Select
          name="contactId"
          label={t('needs:field.contact')}
          optional
          options={contacts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <WordsChecked />
    </>
  )
}

/** Offered once words about a person were pointed out: they may be the work's own, or asked for by law. */
export function WordsChecked() {
  const { t } = useText()
  const { allErrors } = useFormMetadata()
  const [checked] = useField<string>('wordsChecked')
  const arePointedOut = Object.values(allErrors).some((errors) =>
    errors.some((packed) => packed.startsWith(ABOUT_PERSON)),
  )
  if (!arePointedOut && !checked.initialValue) return null
  return (
    <Checkbox
      name="wordsChecked"
      label={t('needs:field.words_checked')}
      hint={t('needs:field.words_checked_hint')}
    />
  )
}

const rowLook =
  'mb-4 grid grid-cols-2 items-start gap-3 border-b border-line pb-4 sm:grid-cols-[1.6fr_1fr_1.3fr_auto] sm:border-0 sm:pb-0'

function SkillRows() {
  const { t } = useText()
  const form = useFormMetadata()
  const [skills] = useField<{ words: string; must: string; level: string }[]>('skills')
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{t('needs:field.skills')}</legend>
      <p className="mb-3 text-sm text-soft">{t('needs:field.skills_hint')}</p>
      {skills.getFieldList().map((row, index) => {
        const fields = row.getFieldset()
        return (
          <div key={row.key} className={rowLook}>
            <div className="col-span-2 sm:col-span-1">
              <SuggestField
                name={fields.words.name}
                label={t('needs:field.skill_words')}
                optional
                from="/skills/suggestions"
              />
            </div>
            <Select
              name={fields.must.name}
              label={t('needs:field.skill_must')}
              options={optionsOf(['must', 'nice'], (value) => t(`needs:must.${value}`))}
            />
            <Select
              name={fields.level.name}
              label={t('needs:field.skill_level')}
              optional
              options={optionsOf(SKILL_LEVELS, (value) => t(`candidates:skill_level.${value}`))}
            />
            <div className="sm:pt-7">
              <Button look="quiet" {...form.remove.getButtonProps({ name: 'skills', index })}>
                {t('ui:remove')}
              </Button>
            </div>
          </div>
        )
      })}
      <div className="flex flex-wrap gap-3">
        <Button
          look="secondary"
          {...form.insert.getButtonProps({
            name: skills.name,
            defaultValue: { words: '', must: 'must', level: '' },
          })}
        >
          {t('needs:add_skill')}
        </Button>
        <Button look="secondary" name="propose" value="skills">
          {t('needs:propose_skills')}
        </Button>
      </div>
    </fieldset>
  )
}
