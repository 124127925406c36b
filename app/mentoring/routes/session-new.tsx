import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Choices, Field, optionsOf } from '~/ui/form-fields'
import { Notice, Page } from '~/ui/page'
import { SESSION_KINDS, SESSION_MODES, SessionForm } from '../mentoring'
import { findProgramme } from '../programmes.server'
import { listSessions, planSession } from '../sessions.server'

export const meta = pageTitle('mentoring:sessions.add')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.write')
  const programme = orNotFound(await findProgramme(db, viewer, idParam(params, 'programmeId')))
  const isFirst = (await listSessions(db, programme.id)).length === 0
  return { id: programme.id, name: programme.name, isFirst }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.write')
  const programme = orNotFound(await findProgramme(db, viewer, idParam(params, 'programmeId')))

  const form = await parseForm(request, SessionForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    await planSession(trx, viewer, programme.id, form.value)
    return { to: `/mentoring/${programme.id}#sessions`, toast: { text: 'mentoring:sessions.planned' } }
  })
}

export default function NewSession() {
  const { t } = useText()
  const programme = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('mentoring:sessions.add')}
      up={{ to: `/mentoring/${programme.id}`, label: programme.name }}
    >
      {programme.isFirst && <Notice>{t('mentoring:sessions.first_advice')}</Notice>}
      <Form defaultValue={{ kind: 'group', mode: programme.isFirst ? 'in_person' : '', plannedMinutes: 90 }}>
        <Field name="startsAt" type="datetime-local" label={t('mentoring:sessions.starts_at')} />
        <Field name="plannedMinutes" type="number" min={5} label={t('mentoring:sessions.planned_minutes')} />
        <Choices
          name="kind"
          label={t('mentoring:sessions.kind')}
          options={optionsOf(SESSION_KINDS, (value) => t(`mentoring:kind.${value}`))}
        />
        <Choices
          name="mode"
          label={t('mentoring:sessions.mode')}
          options={optionsOf(SESSION_MODES, (value) => t(`mentoring:mode.${value}`))}
        />
        <Field name="topic" label={t('mentoring:sessions.topic')} optional />
        <Submit>{t('ui:save')}</Submit>
      </Form>
    </Page>
  )
}
