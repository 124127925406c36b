import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { Choices, Field, optionsOf, TextArea } from '~/ui/form-fields'
import { Notice } from '~/ui/page'
import { END_REASONS, GOAL_OUTCOMES, HAND_BACKS } from './candidate'

/** Why it ends, how that compares with the goal, and to whom the person is handed back. */
export function EndFields({ goal, version }: { goal: string | null; version: number }) {
  const { t } = useText()
  return (
    <>
      <HiddenField name="version" value={version} />
      <Choices
        name="reason"
        label={t('candidates:end.reason')}
        options={optionsOf(END_REASONS, (value) => t(`candidates:end.reasons.${value}`))}
      />
      {goal ? (
        <>
          <Notice title={t('candidates:field.goal')}>
            <p className="whitespace-pre-line">{goal}</p>
          </Notice>
          <Choices
            name="goalOutcome"
            label={t('candidates:end.goal_outcome')}
            hint={t('candidates:end.goal_outcome_hint')}
            options={optionsOf(
              GOAL_OUTCOMES.filter((value) => value !== 'no_goal'),
              (value) => t(`candidates:end.outcome.${value}`),
            )}
          />
        </>
      ) : (
        <>
          <Notice>{t('candidates:end.no_goal_written')}</Notice>
          <HiddenField name="goalOutcome" value="no_goal" />
        </>
      )}
      <TextArea
        name="comparison"
        label={t('candidates:end.comparison')}
        hint={t('candidates:note.body_hint')}
        optional
        rows={3}
      />
      <Choices
        name="handBack"
        label={t('candidates:end.hand_back')}
        options={optionsOf(HAND_BACKS, (value) => t(`candidates:end.hand_backs.${value}`))}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          name="handedBackTo"
          label={t('candidates:end.handed_back_to')}
          hint={t('candidates:end.handed_back_hint')}
          optional
        />
        <Field name="handedBackOn" type="date" label={t('candidates:end.handed_back_on')} optional />
      </div>
    </>
  )
}
