import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { Field } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { CancellationForm } from '../mentoring'
import { cancelSession, findSession } from '../sessions.server'

export const meta = pageTitle('mentoring:sessions.cancel')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.write')
  const session = orNotFound(await findSession(db, viewer, idParam(params, 'sessionId')))
  return { id: session.id, version: session.version, programmeName: session.programmeName }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.write')
  const session = orNotFound(await findSession(db, viewer, idParam(params, 'sessionId')))

  const form = await parseForm(request, CancellationForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await cancelSession(trx, viewer, session, form.value)))
      return form.conflict('errors:changed_by_other')
    return {
      to: `/mentoring/${session.programmeId}#sessions`,
      toast: { text: 'mentoring:sessions.cancelled' },
    }
  })
}

export default function CancelSession() {
  const { t } = useText()
  const session = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('mentoring:sessions.cancel')}
      up={{ to: `/mentoring/sessions/${session.id}`, label: session.programmeName }}
      submit={t('mentoring:sessions.cancel')}
      look="danger"
    >
      <HiddenField name="version" value={session.version} />
      <Field name="reason" label={t('ui:reason')} />
    </FormPage>
  )
}
