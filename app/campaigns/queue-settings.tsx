import { useText } from '~/texts/use-text'
import { Form, HiddenField, Submit } from '~/ui/form'
import { Checkbox, Choices, Field, optionsOf } from '~/ui/form-fields'
import type { Campaign } from './campaigns.server'
import { callWeekdays } from './queue-form'

type Settings = Pick<
  Campaign,
  'callsFrom' | 'callsUntil' | 'callWeekdays' | 'callsOnHolidays' | 'retryShare' | 'version'
>

/** The form by which a campaign's hours and the mix of its queue are set. */
export function QueueSettings({ settings }: { settings: Settings }) {
  const { t } = useText()
  return (
    <Form
      defaultValue={{
        ...settings,
        callWeekdays: settings.callWeekdays.map(String),
        callsOnHolidays: settings.callsOnHolidays ? 'on' : undefined,
      }}
    >
      <HiddenField name="version" value={settings.version} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          name="callsFrom"
          label={t('queue:calls_from')}
          hint={t('queue:hours_hint')}
          inputMode="numeric"
        />
        <Field
          name="callsUntil"
          label={t('queue:calls_until')}
          hint={t('queue:hours_hint')}
          inputMode="numeric"
        />
      </div>
      <Choices
        type="checkbox"
        name="callWeekdays"
        label={t('queue:weekdays')}
        options={optionsOf(callWeekdays, (day) => t(`queue:weekday.day${day}`))}
      />
      <Checkbox name="callsOnHolidays" label={t('queue:on_holidays')} hint={t('queue:on_holidays_hint')} />
      <Field
        name="retryShare"
        type="number"
        min={0}
        max={100}
        label={t('queue:retry_share')}
        hint={t('queue:retry_share_hint')}
      />
      <Submit>{t('ui:save')}</Submit>
    </Form>
  )
}
