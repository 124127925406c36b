import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Choices, Field, optionsOf } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { HOST_TIME_KINDS, HostTimeForm } from '../host-calendar'
import { addOwnTime } from '../host-calendar.server'

export const meta = pageTitle('booking:add_time')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'meetings.write')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.write')
  const form = await parseForm(request, HostTimeForm)
  if (!form.ok) return form.reply
  return submitOnce(form, viewer.userId, async (trx) => {
    await addOwnTime(trx, viewer, form.value)
    return { to: '/meetings/calendar', toast: { text: 'booking:calendar_saved' } }
  })
}

export default function NewHostTime() {
  const { t } = useText()
  return (
    <FormPage
      title={t('booking:add_time')}
      up={{ to: '/meetings/calendar', label: t('booking:calendar') }}
      defaultValue={{ kind: 'busy' }}
      submit={t('ui:save')}
    >
      <Choices
        name="kind"
        label={t('booking:time_kind_label')}
        options={optionsOf(HOST_TIME_KINDS, (value) => t(`booking:time_kind.${value}`))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="startsAt" type="datetime-local" label={t('booking:from')} />
        <Field name="endsAt" type="datetime-local" label={t('booking:until')} />
      </div>
      <Field name="note" label={t('ui:note')} hint={t('booking:note_hint')} optional />
    </FormPage>
  )
}
