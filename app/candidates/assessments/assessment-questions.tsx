import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Checkbox, Choices, optionsOf } from '~/ui/form-fields'
import { type AssessmentForm, WAVES, type Wave } from './assessment'

/** The questions of a form by area, to be answered by the person, or together with the coach. */
export function AssessmentQuestions({
  form: { content },
  wave,
  by,
}: {
  form: AssessmentForm
  wave: Wave
  by: 'person' | 'coach'
}) {
  const { t, language } = useText()
  return (
    <Form defaultValue={{ wave }} className="space-y-6">
      <Choices
        name="wave"
        label={t('assessments:wave_field')}
        options={optionsOf(WAVES, (value) => t(`assessments:wave.${value}`))}
      />
      {content.areas.map((area) => (
        <section key={area.key} aria-labelledby={`area-${area.key}`} className="space-y-5">
          <h2 id={`area-${area.key}`} className="text-lg font-semibold">
            {area.name[language]}
          </h2>
          {content.questions
            .filter((question) => question.area === area.key)
            .map((question) => (
              <Choices
                key={question.key}
                name={`answers.${question.key}`}
                label={question.text[language]}
                options={question.options.map((option, place) => ({
                  value: String(place),
                  label: option.text[language],
                }))}
              />
            ))}
        </section>
      ))}
      {by === 'coach' && (
        <Checkbox name="agreed" label={t('assessments:agreed')} hint={t('assessments:agreed_hint')} />
      )}
      <Submit>{t('assessments:send')}</Submit>
    </Form>
  )
}
