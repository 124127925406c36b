import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Page } from '~/ui/page'
import { findOwnCall } from '../calls.server'
import { noteRecording } from '../open-call.server'
import { RecordingForm } from '../recording-form'

export const meta = pageTitle('calls:recording.first')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  const call = orNotFound(await findOwnCall(db, viewer, idParam(params, 'callId')))
  return { call: { id: call.id, companyName: call.companyName }, keptDays: call.recordingKeptDays }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  const form = await parseForm(request, RecordingForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const callId = idParam(params, 'callId')
    if (!(await noteRecording(trx, viewer, callId, form.value.said))) throw notFound()
    return { to: `/calls/${callId}` }
  })
}

export default function CallRecording() {
  const { t } = useText()
  const { call, keptDays } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('calls:recording.first')}
      lead={keptDays === null ? t('calls:recording.off') : t('calls:recording.kept', { count: keptDays })}
      up={{ to: `/calls/${call.id}`, label: call.companyName }}
      narrow
    >
      <Form className="flex flex-wrap gap-2">
        <Submit name="said" value="told">
          {t('calls:recording.i_told')}
        </Submit>
        <Submit name="said" value="not_recorded" look="secondary">
          {t('calls:recording.i_do_not')}
        </Submit>
      </Form>
    </Page>
  )
}
