import { useText } from '~/texts/use-text'
import { Field, Select, TextArea } from '~/ui/form-fields'

type Project = { id: string; code: string; name: string }

/** The fields of a round; the project is chosen once, when the round begins. */
export function RoundFields({ projects }: { projects?: Project[] }) {
  const { t } = useText()
  return (
    <>
      {projects && (
        <Select
          name="projectId"
          label={t('rounds:project')}
          options={projects.map(({ id, code, name }) => ({ value: id, label: `${name} (${code})` }))}
        />
      )}
      <Field name="name" label={t('ui:name')} hint={t('rounds:name_hint')} />
      <TextArea name="goal" label={t('rounds:goal')} optional />
      <Days />
    </>
  )
}

/** When something begins and ends; either may be open. */
export function Days() {
  const { t } = useText()
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field name="startsOn" type="date" label={t('campaigns:starts_on')} optional />
      <Field name="endsOn" type="date" label={t('campaigns:ends_on')} optional />
    </div>
  )
}
