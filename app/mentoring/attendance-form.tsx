import { useText } from '~/texts/use-text'
import { Form, HiddenField, Submit } from '~/ui/form'
import { Choices, Field, optionsOf } from '~/ui/form-fields'
import { ATTENDANCES } from './mentoring'

type Person = { id: string; label: string; attendance: string | undefined }

/** Who was there and for how long; filling it marks the session as held. */
export function AttendanceForm({
  action,
  session,
  candidates,
  mentors,
}: {
  action: string
  session: { version: number; status: string; plannedMinutes: number; heldMinutes: number | null }
  candidates: Person[]
  mentors: Person[]
}) {
  const { t } = useText()
  return (
    <Form
      action={action}
      defaultValue={{
        heldMinutes: session.heldMinutes ?? session.plannedMinutes,
        candidates: candidates.map(({ id, attendance }) => ({ id, attendance: attendance ?? 'present' })),
        mentors: mentors.map(({ id, attendance }) => ({ id, attendance: attendance ?? 'present' })),
      }}
    >
      <HiddenField name="version" value={session.version} />
      <Field name="heldMinutes" type="number" min={1} label={t('mentoring:sessions.held_minutes')} />
      <People name="candidates" legend={t('mentoring:participants.title')} people={candidates} />
      <People name="mentors" legend={t('mentoring:mentors.title')} people={mentors} />
      <Submit>{t(session.status === 'held' ? 'ui:save' : 'mentoring:sessions.save_attendance')}</Submit>
    </Form>
  )
}

function People({ name, legend, people }: { name: string; legend: string; people: Person[] }) {
  const { t } = useText()
  if (people.length === 0) return null
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">{legend}</legend>
      <div className="space-y-4">
        {people.map((person, index) => (
          <div key={person.id}>
            <HiddenField name={`${name}[${index}].id`} value={person.id} />
            <Choices
              name={`${name}[${index}].attendance`}
              label={person.label}
              options={optionsOf(ATTENDANCES, (value) => t(`mentoring:attendance.${value}`))}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}
