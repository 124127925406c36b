import { useText } from '~/texts/use-text'
import { Choices, Field, optionsOf, TextArea } from '~/ui/form-fields'
import { campaignKinds } from './campaign'
import { Days } from './round-fields'

/** What a campaign says and how it calls. */
export function CampaignFields() {
  const { t } = useText()
  return (
    <>
      <Field name="name" label={t('ui:name')} />
      <Choices
        name="kind"
        label={t('campaigns:kind')}
        options={optionsOf(campaignKinds, (kind) => t(`campaigns:kinds.${kind}`))}
      />
      <TextArea name="goal" label={t('campaigns:goal')} hint={t('campaigns:goal_hint')} optional rows={3} />
      <Days />
      <fieldset>
        <legend className="mb-1 text-lg font-semibold">{t('campaigns:pace')}</legend>
        <div className="grid gap-4 sm:grid-cols-3">
          <Field
            name="maxAttempts"
            type="number"
            min={1}
            max={20}
            label={t('campaigns:max_attempts')}
            hint={t('campaigns:max_attempts_hint')}
          />
          <Field
            name="retryHours"
            type="number"
            min={1}
            max={720}
            label={t('campaigns:retry_hours')}
            hint={t('campaigns:retry_hours_hint')}
          />
          <Field
            name="leaseMinutes"
            type="number"
            min={5}
            max={240}
            label={t('campaigns:lease_minutes')}
            hint={t('campaigns:lease_minutes_hint')}
          />
        </div>
      </fieldset>
      <Field
        name="recordingKeptDays"
        type="number"
        min={1}
        max={3650}
        label={t('calls:recording.kept_days')}
        hint={t('calls:recording.kept_days_hint')}
        optional
      />
    </>
  )
}
