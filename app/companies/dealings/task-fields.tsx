import { useText } from '~/texts/use-text'
import { Field, Select } from '~/ui/form-fields'

/** The fields of a task, for adding and changing alike. */
export function TaskFields({ people }: { people: { id: string; name: string }[] }) {
  const { t } = useText()
  return (
    <>
      <Field name="title" label={t('dealings:task.what')} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="dueOn" label={t('dealings:task.due')} type="date" />
        <Select
          name="ownerId"
          label={t('dealings:task.owner')}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
    </>
  )
}
