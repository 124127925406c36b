import { getISODay } from 'date-fns'
import { useText } from '~/texts/use-text'
import { Choices } from '~/ui/form-fields'

export type Slot = { value: string; start: Date | string }
/** A choice beside the times, as that of no time at all. */
type Other = { value: ''; label: string }

/** Free times as buttons, each with its weekday. */
export function SlotChoices({
  slots,
  label,
  hint,
  optional,
}: {
  slots: readonly (Slot | Other)[]
  label: string
  hint?: string
  optional?: true
}) {
  const { t, format } = useText()
  return (
    <Choices
      name="slot"
      label={label}
      hint={hint}
      optional={optional}
      options={slots.map((slot) =>
        'label' in slot
          ? slot
          : {
              value: slot.value,
              label: `${t(`queue:weekday.day${weekdayOf(slot.value)}`)} ${format.moment(slot.start)}`,
            },
      )}
    />
  )
}

const weekdayOf = (localTime: string) => getISODay(localTime) as 1 | 2 | 3 | 4 | 5 | 6 | 7
