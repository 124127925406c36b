import { useText } from '~/texts/use-text'
import { Choices, Field, TextArea } from '~/ui/form-fields'
import { suppressionChannels, suppressionReasons } from './suppression'

/** What a ban covers and why. */
export function SuppressionFields() {
  const { t } = useText()
  return (
    <>
      <Choices
        name="channel"
        label={t('companies:suppression.channel')}
        options={suppressionChannels.map((value) => ({
          value,
          label: t(`companies:suppression.channels.${value}`),
        }))}
      />
      <Choices
        name="reason"
        label={t('common:reason')}
        options={suppressionReasons.map((value) => ({
          value,
          label: t(`companies:suppression.reasons.${value}`),
        }))}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <Field name="askedBy" label={t('companies:suppression.asked_by')} optional />
        <Field name="askedHow" label={t('companies:suppression.asked_how')} optional />
        <Field name="askedOn" type="date" label={t('companies:suppression.asked_on')} optional />
      </div>
      <TextArea
        name="wording"
        label={t('companies:suppression.wording')}
        hint={t('companies:suppression.wording_hint')}
        optional
        rows={3}
      />
    </>
  )
}
