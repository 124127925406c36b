import type { Viewer } from '~/auth/viewer.server'
import { instantOf } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import { type HostCalendarForm, type HostTimeForm, WEEKDAYS } from './host-calendar'

/** What a first calendar starts from. */
const usual = { minutesLong: 45, bufferMinutes: 15, noticeHours: 24, place: null, link: null, version: 0 }

/** The viewer's own week and what a meeting with them is like, each weekday with its hours or without. */
export async function readOwnCalendar(db: Db, viewer: Pick<Viewer, 'userId'>) {
  const [calendar, hours] = await Promise.all([
    db
      .selectFrom('host_calendar')
      .select([
        'minutes_long as minutesLong',
        'buffer_minutes as bufferMinutes',
        'notice_hours as noticeHours',
        'place',
        'link',
        'version',
      ])
      .where('user_id', '=', viewer.userId)
      .executeTakeFirst(),
    db
      .selectFrom('host_hours')
      .select(['weekday', 'opens', 'closes'])
      .where('user_id', '=', viewer.userId)
      .execute(),
  ])
  return {
    ...(calendar ?? usual),
    hours: WEEKDAYS.map(
      (weekday) => hours.find((day) => day.weekday === weekday) ?? { weekday, opens: null, closes: null },
    ),
  }
}

/** False when it was changed since `form.version`, in another window. */
export async function keepOwnCalendar(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  form: HostCalendarForm,
): Promise<boolean> {
  const values = {
    minutes_long: form.minutesLong,
    buffer_minutes: form.bufferMinutes,
    notice_hours: form.noticeHours,
    place: form.place ?? null,
    link: form.link ?? null,
    version: form.version + 1,
  }
  const kept =
    form.version === 0
      ? await trx
          .insertInto('host_calendar')
          .values({ ...values, user_id: viewer.userId })
          .onConflict((conflict) => conflict.doNothing())
          .returning('user_id')
          .executeTakeFirst()
      : await trx
          .updateTable('host_calendar')
          .set(values)
          .where('user_id', '=', viewer.userId)
          .where('version', '=', form.version)
          .returning('user_id')
          .executeTakeFirst()
  if (!kept) return false
  const hours = form.hours.flatMap(({ weekday, opens, closes }) =>
    opens && closes ? [{ user_id: viewer.userId, weekday, opens, closes }] : [],
  )
  await trx.deleteFrom('host_hours').where('user_id', '=', viewer.userId).execute()
  if (hours.length > 0) await trx.insertInto('host_hours').values(hours).execute()
  return true
}

/** What differs from the week from now on, soonest first. */
export function listOwnTimes(db: Db, viewer: Pick<Viewer, 'userId'>) {
  return db
    .selectFrom('host_time')
    .select(['id', 'kind', 'starts_at as startsAt', 'ends_at as endsAt', 'note'])
    .$narrowType<{ kind: 'busy' | 'open' }>()
    .where('user_id', '=', viewer.userId)
    .where('ends_at', '>', new Date())
    .orderBy('starts_at')
    .limit(100)
    .execute()
}

/** Adds a time to the host's own calendar, free or taken by its kind. */
export async function addOwnTime(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  form: HostTimeForm,
): Promise<void> {
  await trx
    .insertInto('host_calendar')
    .values({ user_id: viewer.userId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await trx
    .insertInto('host_time')
    .values({
      user_id: viewer.userId,
      kind: form.kind,
      starts_at: instantOf(form.startsAt),
      ends_at: instantOf(form.endsAt),
      note: form.note ?? null,
    })
    .execute()
}

/** False when it is not one of the viewer's. */
export async function removeOwnTime(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  timeId: string,
): Promise<boolean> {
  const removed = await trx
    .deleteFrom('host_time')
    .where('id', '=', timeId)
    .where('user_id', '=', viewer.userId)
    .returning('id')
    .executeTakeFirst()
  return removed !== undefined
}
