import { useText } from '~/texts/use-text'
import { ActionButton, Form, HiddenField, Submit } from '~/ui/form'
import { Field } from '~/ui/form-fields'
import type { listOwnTimes, readOwnCalendar } from './host-calendar.server'

/** The hours of each weekday, and what a meeting is like. */
export function HostCalendarFields({ calendar }: { calendar: Awaited<ReturnType<typeof readOwnCalendar>> }) {
  const { t } = useText()
  return (
    <Form defaultValue={calendar}>
      <HiddenField name="version" value={calendar.version} />
      <p className="text-sm text-soft">{t('booking:week_hint')}</p>
      {calendar.hours.map(({ weekday }, index) => {
        const day = t(`queue:weekday.day${weekday as 1}`)
        return (
          <fieldset key={weekday}>
            <legend className="mb-1 font-semibold">{day}</legend>
            <HiddenField name={`hours[${index}].weekday`} value={weekday} />
            <div className="grid grid-cols-2 gap-4">
              <Field name={`hours[${index}].opens`} type="time" label={t('booking:opens')} optional />
              <Field name={`hours[${index}].closes`} type="time" label={t('booking:closes')} optional />
            </div>
          </fieldset>
        )
      })}
      <div className="grid gap-4 sm:grid-cols-3">
        <Field name="minutesLong" type="number" min={15} max={240} label={t('booking:minutes_long')} />
        <Field name="bufferMinutes" type="number" min={0} max={120} label={t('booking:buffer')} />
        <Field name="noticeHours" type="number" min={0} max={336} label={t('booking:notice')} />
      </div>
      <Field
        name="link"
        type="url"
        label={t('booking:own_link')}
        hint={t('booking:own_link_hint')}
        optional
      />
      <Field name="place" label={t('booking:own_place')} optional />
      <Submit>{t('ui:save')}</Submit>
    </Form>
  )
}

export function OwnTimes({ times }: { times: Awaited<ReturnType<typeof listOwnTimes>> }) {
  const { t, format } = useText()
  if (times.length === 0) return <p className="text-soft">{t('booking:no_times')}</p>
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {times.map(({ id, kind, startsAt, endsAt, note }) => {
        const when = `${format.moment(startsAt)} – ${format.moment(endsAt)}`
        return (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
            <span>
              <span className="font-medium">{t(`booking:time_kind.${kind}`)}</span> {when}
              {note && <span className="block text-sm text-soft">{note}</span>}
            </span>
            <ActionButton look="quiet" action={`/meetings/calendar/times/${id}/removal`}>
              {t('ui:remove')}
              <span className="sr-only"> {when}</span>
            </ActionButton>
          </li>
        )
      })}
    </ul>
  )
}
