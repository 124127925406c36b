import { useText } from '~/texts/use-text'
import { Choices, Field, Select } from '~/ui/form'
import { MEETING_KINDS, MEETING_MODES } from './meeting'

/** When, where and what for. */
export function MeetingFields({ rounds }: { rounds: { id: string; name: string }[] }) {
  const { t } = useText()
  return (
    <>
      <Field name="title" label={t('meetings:field.title')} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="startsAt" type="datetime-local" label={t('meetings:field.starts_at')} />
        <Field name="minutesLong" type="number" min={5} label={t('meetings:field.minutes')} />
      </div>
      <Choices
        name="kind"
        label={t('meetings:field.kind')}
        options={MEETING_KINDS.map((value) => ({ value, label: t(`meetings:kind.${value}`) }))}
      />
      <Choices
        name="mode"
        label={t('meetings:field.mode')}
        options={MEETING_MODES.map((value) => ({ value, label: t(`meetings:mode.${value}`) }))}
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
