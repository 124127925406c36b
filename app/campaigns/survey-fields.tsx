import { useText } from '~/texts/use-text'
import { Form, HiddenField, Submit } from '~/ui/form'
import { Choices, Field, optionsOf, TextArea } from '~/ui/form-fields'
import { difficulties } from './call-outcome'
import { namesSkills, SURVEY_PLACES, SURVEY_QUESTIONS, type SurveyQuestion } from './survey'
import type { findSurvey } from './surveys.server'

/** What is asked, where in the round, and until when. */
export function SurveyFields({
  survey,
}: {
  survey: NonNullable<Awaited<ReturnType<typeof findSurvey>>> | null
}) {
  const { t } = useText()
  return (
    <Form defaultValue={survey ?? { place: 'instead', questions: [...SURVEY_QUESTIONS], remindAfterDays: 7 }}>
      <HiddenField name="version" value={survey?.version ?? 0} />
      <Choices
        name="place"
        label={t('surveys:place')}
        options={optionsOf(SURVEY_PLACES, (value) => t(`surveys:places.${value}`))}
      />
      <Choices
        type="checkbox"
        name="questions"
        label={t('surveys:questions')}
        options={optionsOf(SURVEY_QUESTIONS, (value) => t(`surveys:question.${value}`))}
      />
      <Field name="closesOn" type="date" label={t('surveys:closes_on')} />
      <Field
        name="remindAfterDays"
        type="number"
        min={1}
        max={60}
        label={t('surveys:remind_after')}
        hint={t('surveys:remind_hint')}
        optional
      />
      <TextArea
        name="introFi"
        label={t('surveys:intro_fi')}
        hint={t('surveys:intro_usual')}
        rows={2}
        optional
      />
      <TextArea name="introSv" label={t('surveys:intro_sv')} rows={2} optional />
      <TextArea name="introEn" label={t('surveys:intro_en')} rows={2} optional />
      <Submit>{t('ui:save')}</Submit>
    </Form>
  )
}

/** One question of the form a company fills in. */
export function SurveyQuestionField({ question }: { question: SurveyQuestion }) {
  const { t } = useText()
  const label = t(`surveys:question.${question}`)
  if (question === 'difficulty')
    return (
      <Choices
        name={question}
        label={label}
        optional
        options={optionsOf(difficulties, (value) => t(`campaigns:degree.${value}`))}
      />
    )
  return (
    <TextArea
      name={question}
      label={label}
      hint={namesSkills(question) ? t('surveys:skills_hint') : undefined}
      rows={3}
      optional
    />
  )
}
