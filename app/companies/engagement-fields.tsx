import { useText } from '~/texts/use-text'
import { Checkbox, Choices, Field, optionsOf, Select, TextArea } from '~/ui/form-fields'
import { motives } from './engagement'
import { stages } from './stage'

/** How far a company is in a round, why it takes part, what was promised, and what comes next. */
export function EngagementFields() {
  const { t } = useText()
  return (
    <>
      <Select
        name="stage"
        label={t('companies:stage')}
        hint={t('companies:engagement.stage_hint')}
        options={optionsOf(stages, (stage) => t(`companies:stages.${stage}`))}
      />
      <Checkbox
        name="returningPartner"
        label={t('companies:returning_partner')}
        hint={t('companies:engagement.returning_hint')}
      />
      <Choices
        name="motives"
        type="checkbox"
        optional
        label={t('companies:engagement.motives_label')}
        options={optionsOf(motives, (motive) => t(`companies:engagement.motives.${motive}`))}
      />
      <TextArea
        name="promised"
        label={t('companies:engagement.promised')}
        hint={t('companies:engagement.promised_hint')}
        optional
        rows={3}
      />
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <Field name="nextAction" label={t('companies:engagement.next_action')} optional />
        <Field name="nextActionOn" type="date" label={t('companies:engagement.next_action_on')} optional />
      </div>
      <TextArea
        name="reason"
        label={t('ui:reason')}
        hint={t('companies:engagement.reason_hint')}
        optional
        rows={2}
      />
    </>
  )
}
