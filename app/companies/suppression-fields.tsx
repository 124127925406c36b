import { useText } from '~/texts/use-text'
import { Choices, Field, optionsOf, TextArea } from '~/ui/form-fields'
import { suppressionChannels, suppressionReasons } from './suppression'

/** What a ban covers and why. */
export function SuppressionFields() {
  const { t } = useText()
  return (
    <>
      <Choices
        name="channel"
        label={t('suppressions:channel')}
        options={optionsOf(suppressionChannels, (value) => t(`suppressions:channels.${value}`))}
      />
      <Choices
        name="reason"
        label={t('ui:reason')}
        options={optionsOf(suppressionReasons, (value) => t(`suppressions:reasons.${value}`))}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <Field name="askedBy" label={t('suppressions:asked_by')} optional />
        <Field name="askedHow" label={t('suppressions:asked_how')} optional />
        <Field name="askedOn" type="date" label={t('suppressions:asked_on')} optional />
      </div>
      <TextArea
        name="wording"
        label={t('suppressions:wording')}
        hint={t('suppressions:wording_hint')}
        optional
        rows={3}
      />
    </>
  )
}
