import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Notice, Page } from '~/ui/page'
import { toldAfter } from '../call-booking.server'
import { CallOutcomeForm } from '../call-outcome-form'
import { logCallOutcome } from '../call-outcomes.server'
import { PhoneOver } from '../call-phone'
import { findPhoneViewer } from '../call-phone.server'
import { findOwnCall } from '../calls.server'
import { OutcomeForm } from '../outcome-form'
import { RecordingStep } from '../recording-step'
import { readWrapUp } from '../wrap-up.server'

export const meta = pageTitle('campaigns:outcome_title')

/** Public: the phone's cookie says which call; without one the page says that it is over. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await findPhoneViewer(db, request)
  const call = viewer && (await findOwnCall(db, viewer, viewer.callId))
  if (!call) return { companyName: '', open: false, recording: null, call: null }
  return { companyName: call.companyName, ...(await readWrapUp(db, viewer, call)) }
}

/** Public: as the page. The computer notices and moves on; the next company is taken there. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await findPhoneViewer(db, request)
  if (!viewer) throw redirect('/phone', 303)
  const form = await parseForm(request, CallOutcomeForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const call = orNotFound(await findOwnCall(trx, viewer, viewer.callId))
    const invited = await logCallOutcome(trx, viewer, call, form.value)
    return { to: '/phone', toast: { text: toldAfter(invited), undo: '/phone/undo' } }
  })
}

export default function PhoneOutcome() {
  const { t } = useText()
  const { call, companyName, open, recording } = useLoaderData<typeof loader>()
  if (!call) return <PhoneOver />
  return (
    <Page
      title={t('campaigns:outcome_title')}
      lead={companyName}
      up={open ? { to: '/phone', label: t('campaigns:back_to_card') } : undefined}
      narrow
    >
      {!open && <Notice tone="warn">{t('calls:card_closed')}</Notice>}
      <RecordingStep recording={recording} script={call.script} over={!open} action="/phone/recording" />
      <OutcomeForm call={call} action="/phone/outcome" onPhone />
    </Page>
  )
}
