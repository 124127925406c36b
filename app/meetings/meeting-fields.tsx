import { useText } from '~/texts/use-text'
import { Choices, Field, optionsOf, Select } from '~/ui/form-fields'
import { MEETING_KINDS, MEETING_MODES } from './meeting'
import { type Slot, SlotChoices } from './slot-choices'

/** When, where and what for. */
export function MeetingFields({
  rounds,
  slots = [],
}: {
  rounds: { id: string; name: string }[]
  /** Free times of the host, to choose one instead of writing it. */
  slots?: readonly Slot[]
}) {
  const { t } = useText()
  return (
    <>
      <Field name="title" label={t('meetings:field.title')} />
      {slots.length > 0 && <SlotChoices slots={slots} label={t('booking:own_slot')} optional />}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          name="startsAt"
          type="datetime-local"
          label={t(slots.length > 0 ? 'booking:other_time' : 'meetings:field.starts_at')}
          optional={slots.length > 0 || undefined}
        />
        <Field name="minutesLong" type="number" min={5} label={t('meetings:field.minutes')} />
      </div>
      <Choices
        name="kind"
        label={t('meetings:field.kind')}
        options={optionsOf(MEETING_KINDS, (value) => t(`meetings:kind.${value}`))}
      />
      <Choices
        name="mode"
        label={t('meetings:field.mode')}
        options={optionsOf(MEETING_MODES, (value) => t(`meetings:mode.${value}`))}
      />
      <Field name="place" label={t('meetings:field.place')} optional />
      <Field name="link" type="url" label={t('meetings:field.link')} optional />
      <Select
        name="roundId"
        label={t('meetings:field.round')}
        optional
        options={rounds.map((round) => ({ value: round.id, label: round.name }))}
      />
    </>
  )
}
