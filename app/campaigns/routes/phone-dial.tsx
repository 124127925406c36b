import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { checkReach } from '~/companies/reach.server'
import { ReachResult } from '~/companies/reach-result'
import { db } from '~/platform/db.server'
import { orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Page } from '~/ui/page'
import { PhoneOver } from '../call-phone'
import { findPhoneViewer } from '../call-phone.server'
import { findCallCard } from '../calls.server'

export const meta = pageTitle('contacts:dial')

/** Public: a number of the one call that the phone's cookie opens, looked at again in the moment of ringing it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findPhoneViewer(db, request)
  const call = viewer && (await findCallCard(db, viewer, viewer.callId))
  if (!call) return data({ check: null })
  const check = orNotFound(
    await checkReach(db, { companyId: call.companyId, who: params.who ?? '' }, 'phone', null),
  )
  return data({ check })
}

export default function PhoneDial() {
  const { t } = useText()
  const { check } = useLoaderData<typeof loader>()
  if (!check) return <PhoneOver />
  return (
    <Page
      title={t('contacts:dial_title', { name: check.name })}
      up={{ to: '/phone', label: t('campaigns:back_to_card') }}
      narrow
    >
      <ReachResult check={check} means="phone" />
    </Page>
  )
}
