import { REMOTE_SHARES } from '~/needs/need'
import { WordsChecked } from '~/needs/need-fields'
import { useText } from '~/texts/use-text'
import { Form, HiddenField, Submit } from '~/ui/form'
import { Choices, Field, optionsOf, TextArea } from '~/ui/form-fields'
import type { OfferedSkill } from './survey-offer.server'

/** The need that an answer speaks of, to be corrected and confirmed, or left; `gaps` is what the company said is short. */
export function SurveyReview({
  version,
  offered,
  gaps,
}: {
  version: number
  offered: OfferedSkill[]
  gaps: string | undefined
}) {
  const { t } = useText()
  const asked = offered.flatMap((skill, number) => (skill.asked ? { ...skill, number } : []))
  return (
    <Form
      defaultValue={{
        title: asked
          .map(({ words }) => words)
          .join(', ')
          .slice(0, 120),
        offered: asked.map(({ number }) => String(number)),
        description: gaps,
      }}
    >
      <HiddenField name="version" value={version} />
      <Field name="title" label={t('surveys:need_title')} />
      {offered.length > 0 && (
        <Choices
          type="checkbox"
          name="offered"
          label={t('surveys:offered')}
          hint={t('surveys:offered_hint')}
          optional
          options={offered.map(({ words, name }, number) => ({
            value: String(number),
            label: name ? t('surveys:offered_as', { words, name }) : t('surveys:offered_unknown', { words }),
          }))}
        />
      )}
      <Field name="skills" label={t('surveys:need_skills')} optional />
      <TextArea name="description" label={t('surveys:question.gaps')} rows={3} optional />
      <Choices
        name="remote"
        label={t('needs:field.remote')}
        hint={t('surveys:remote_hint')}
        options={optionsOf(REMOTE_SHARES, (value) => t(`needs:remote.${value}`))}
      />
      <WordsChecked />
      <div className="flex flex-wrap gap-3">
        <Submit name="decision" value="accept">
          {t('surveys:accept')}
        </Submit>
        <Submit name="decision" value="leave" look="secondary">
          {t('surveys:leave')}
        </Submit>
      </div>
    </Form>
  )
}
