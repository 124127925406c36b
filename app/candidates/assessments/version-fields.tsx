import { useField, useFormMetadata } from '@conform-to/react'
import { LANGUAGES } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'
import { HiddenField } from '~/ui/form'
import { Field, Select, TextArea } from '~/ui/form-fields'
import type { AssessmentContent } from './assessment'

/** The names of the areas; their number is fixed, since results are told by area. */
export function AreaFields() {
  const { t, format } = useText()
  const [areas] = useField<{ key: string }[]>('areas')
  return (
    <fieldset className="space-y-3">
      <legend className="text-lg font-semibold">{t('assessments:edit.areas')}</legend>
      {areas.getFieldList().map((area, place) => (
        <div key={area.key}>
          <HiddenField name={`areas[${place}].key`} value={area.getFieldset().key.initialValue} />
          <Worded
            name={`areas[${place}].name`}
            label={t('assessments:edit.area', { number: format.number(place + 1) })}
            rows={1}
          />
        </div>
      ))}
    </fieldset>
  )
}

/** Each question with its options, one a line, and their points in the same order. */
export function QuestionFields({ areas }: { areas: AssessmentContent['areas'] }) {
  const { t, format, language } = useText()
  const form = useFormMetadata()
  const [questions] = useField<{ key?: string }[]>('questions')
  const areaOptions = areas.map(({ key, name }) => ({ value: key, label: name[language] }))
  return (
    <fieldset className="space-y-6">
      <legend className="text-lg font-semibold">{t('assessments:edit.questions')}</legend>
      <p className="text-soft">{t('assessments:edit.questions_hint')}</p>
      {questions.getFieldList().map((question, place) => {
        const name = `questions[${place}]`
        const number = format.number(place + 1)
        return (
          <fieldset key={question.key} className="space-y-3 rounded-lg border border-line bg-card p-4">
            <legend className="font-medium">{t('assessments:edit.question', { number })}</legend>
            <HiddenField name={`${name}.key`} value={question.getFieldset().key.initialValue} />
            <Worded name={`${name}.text`} label={t('assessments:edit.text')} />
            <Worded name={`${name}.options`} label={t('assessments:edit.options')} rows={5} />
            <div className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
              <Field name={`${name}.points`} label={t('assessments:edit.points')} />
              <Select name={`${name}.area`} label={t('assessments:area')} options={areaOptions} />
              <Button look="quiet" {...form.remove.getButtonProps({ name: 'questions', index: place })}>
                {t('ui:remove')}
                <span className="sr-only"> {number}</span>
              </Button>
            </div>
          </fieldset>
        )
      })}
      <Button look="secondary" {...form.insert.getButtonProps({ name: 'questions' })}>
        {t('assessments:edit.add_question')}
      </Button>
    </fieldset>
  )
}

/** The levels of a test: from how many points, what it means and where it leads. */
export function LevelFields() {
  const { t, format } = useText()
  const [levels] = useField<{ from: number }[]>('levels')
  const rows = levels.getFieldList()
  if (rows.length === 0) return null
  return (
    <fieldset className="space-y-6">
      <legend className="text-lg font-semibold">{t('assessments:edit.levels')}</legend>
      {rows.map((level, place) => {
        const name = `levels[${place}]`
        return (
          <fieldset key={level.key} className="space-y-3 rounded-lg border border-line bg-card p-4">
            <legend className="font-medium">
              {t('assessments:edit.level', { number: format.number(place + 1) })}
            </legend>
            <Field name={`${name}.from`} type="number" min={0} label={t('assessments:edit.from')} />
            <Worded name={`${name}.name`} label={t('assessments:edit.name')} rows={1} />
            <Worded name={`${name}.explanation`} label={t('assessments:edit.explanation')} rows={3} />
            <Worded name={`${name}.route`} label={t('assessments:route')} rows={4} />
          </fieldset>
        )
      })}
    </fieldset>
  )
}

/** A wording in the three languages, side by side where there is room. */
function Worded({ name, label, rows = 2 }: { name: string; label: string; rows?: number }) {
  const { t } = useText()
  return (
    <div className="grid gap-3 lg:grid-cols-3">
      {LANGUAGES.map((language) => (
        <TextArea
          key={language}
          name={`${name}.${language}`}
          label={`${label}, ${t(`ui:languages.${language}`)}`}
          rows={rows}
        />
      ))}
    </div>
  )
}
