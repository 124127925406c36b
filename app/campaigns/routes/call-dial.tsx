import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { checkReach } from '~/companies/reach.server'
import { ReachResult } from '~/companies/reach-result'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Page } from '~/ui/page'
import { findCallCard } from '../calls.server'
import { awayFromClosedCard } from '../logged-call.server'

export const meta = pageTitle('contacts:dial')

/** The number of a call in hand. Bans are looked at again; that nobody else was in touch was settled by the claim. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  const callId = idParam(params, 'callId')
  const call = await findCallCard(db, viewer, callId)
  if (call?.callerId !== viewer.userId) throw await awayFromClosedCard(db, viewer, callId)
  const check = orNotFound(
    await checkReach(db, { companyId: call.companyId, who: params.who ?? '' }, 'phone', null),
  )
  return { callId: call.id, check }
}

export default function CallDial() {
  const { t } = useText()
  const { callId, check } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('contacts:dial_title', { name: check.name })}
      up={{ to: `/calls/${callId}`, label: t('campaigns:back_to_card') }}
      narrow
    >
      <ReachResult check={check} means="phone" />
    </Page>
  )
}
