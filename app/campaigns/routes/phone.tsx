import { data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { recordReading } from '~/activity/activity.server'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { Page } from '~/ui/page'
import { PhoneOver, useOtherDevice } from '../call-phone'
import { findPhoneViewer } from '../call-phone.server'
import { findCallCard, findOwnCall } from '../calls.server'
import { readCallCard } from '../card-facts.server'
import { OpenCall } from '../open-call'

export const meta = pageTitle('campaigns:back_to_card')

/** Public: the phone's own cookie says which one call it sees, as an external caller would; without one it sees none. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await findPhoneViewer(db, request)
  const call = viewer && (await findCallCard(db, viewer, viewer.callId))
  const headers = { 'Cache-Control': 'no-store' }
  if (viewer && !call && (await findOwnCall(db, viewer, viewer.callId))) throw redirect('/phone/outcome')
  if (!viewer || !call) return data({ card: null }, { headers })
  await recordReading(db, viewer.userId, 'call_card', { companyId: call.companyId })
  const wanted = new URL(request.url).searchParams.get('script')
  return data({ card: await readCallCard(db, viewer, call, wanted) }, { headers })
}

export default function Phone() {
  const { card } = useLoaderData<typeof loader>()
  useOtherDevice(card ? '/phone/state' : null, '/phone?elsewhere')
  if (!card) return <PhoneOver />
  return (
    <Page title={card.companyName} lead={card.campaignName}>
      <OpenCall card={card} linked={false} phone />
    </Page>
  )
}
