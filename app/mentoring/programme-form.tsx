import { useText } from '~/texts/use-text'
import { Choices, Field, optionsOf, Select, TextArea } from '~/ui/form-fields'
import { MODELS } from './mentoring'

/** The fields of a mentoring programme. */
export function ProgrammeFields({ rounds }: { rounds: { id: string; name: string }[] }) {
  const { t } = useText()
  return (
    <>
      <Field name="name" label={t('mentoring:field.name')} />
      <Choices
        name="model"
        label={t('mentoring:field.model')}
        options={optionsOf(MODELS, (value) => t(`mentoring:model.${value}`))}
      />
      <TextArea
        name="goal"
        label={t('mentoring:field.goal')}
        hint={t('mentoring:field.goal_hint')}
        optional
        rows={3}
      />
      <Select
        name="roundId"
        label={t('mentoring:field.round')}
        optional
        options={rounds.map((round) => ({ value: round.id, label: round.name }))}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="startsOn" type="date" label={t('mentoring:field.starts_on')} optional />
        <Field name="endsOn" type="date" label={t('mentoring:field.ends_on')} optional />
      </div>
      <Field
        name="channelUrl"
        type="url"
        label={t('mentoring:field.channel')}
        hint={t('mentoring:field.channel_hint')}
        optional
      />
    </>
  )
}
