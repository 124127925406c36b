import { SlotChoices } from '~/meetings/slot-choices'
import { useText } from '~/texts/use-text'
import { Checkbox, Choices, Field, optionsOf } from '~/ui/form-fields'
import { Notice } from '~/ui/page'
import type { CallSlots } from './call-booking.server'

/** The meeting agreed in the call: a free time of the host as a button, and where the invitation goes. */
export function BookingPart({ booking }: { booking: CallSlots }) {
  const { t, format } = useText()
  const { hostName, minutesLong, slots, bar } = booking
  return (
    <fieldset className="space-y-4 border-l-4 border-bridge pl-4">
      <legend className="float-left mb-1 font-semibold">{t('booking:in_call')}</legend>
      <p className="clear-both text-sm text-soft">
        {hostName}, {format.duration(minutesLong)}. {!bar && t('booking:in_call_hint')}
      </p>
      {bar && <Notice tone="warn">{t(`booking:in_call_bar.${bar}`)}</Notice>}
      {slots.length === 0 ? (
        <p>{t('booking:none_free')}</p>
      ) : (
        <>
          <SlotChoices
            slots={[...slots, { value: '', label: t('booking:no_slot') }]}
            label={t('booking:next_free')}
            optional
          />
          <Choices
            name="meetingMode"
            label={t('booking:where')}
            optional
            options={optionsOf(['online', 'in_person'], (value) => t(`meetings:mode.${value}`))}
          />
          <Field name="meetingPlace" label={t('booking:meeting_place')} autoComplete="off" optional />
          <Field
            name="inviteEmail"
            type="email"
            label={t('booking:invite_email')}
            hint={t('booking:invite_email_hint')}
            autoComplete="off"
            optional
          />
          {bar === 'no_consent' && (
            <Checkbox
              name="messageConsent"
              label={t('booking:consent_in_call')}
              hint={t('booking:consent_in_call_hint')}
            />
          )}
        </>
      )}
    </fieldset>
  )
}
