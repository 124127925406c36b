import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { recordReading } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Notice, Page } from '~/ui/page'
import { CallCompanyFacts, EarlierCalls } from '../call-card'
import { useCallLease } from '../call-lease'
import { PhoneHandOver, useOtherDevice } from '../call-phone'
import { CallResult } from '../call-result'
import { findCallAnswers, findCallCard } from '../calls.server'
import { readCallCard } from '../card-facts.server'
import { awayFromClosedCard } from '../logged-call.server'
import { OpenCall } from '../open-call'

export const meta = pageTitle<typeof loader>(({ card }) => card.companyName)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  const callId = idParam(params, 'callId')
  const call = await findCallCard(db, viewer, callId)
  const lapsed = call?.releasedAt && call.outcome === null && call.callerId === viewer.userId
  if (!call || lapsed) throw await awayFromClosedCard(db, viewer, callId)
  await recordReading(db, viewer.userId, 'call_card', { companyId: call.companyId })
  const card = await readCallCard(db, viewer, call, new URL(request.url).searchParams.get('script'))
  return {
    card,
    answers: call.outcome ? await findCallAnswers(db, call.id) : null,
    mayGoOn: { meeting: may(viewer, 'meetings.write'), need: may(viewer, 'needs.write') },
    mayReadCompany: may(viewer, 'companies.read'),
  }
}

export default function Call() {
  const { t } = useText()
  const { card, answers, mayGoOn, mayReadCompany } = useLoaderData<typeof loader>()
  const [params] = useSearchParams()
  const open = card.own && card.outcome === null && !card.released
  useCallLease(open ? card.id : null)
  useOtherDevice(open ? `/calls/${card.id}/state` : null, '/calls?elsewhere')
  return (
    <Page
      title={card.companyName}
      lead={[
        card.campaignName,
        open && card.attempts > 0 && t('campaigns:attempt_number', { number: card.attempts + 1 }),
      ]
        .filter(Boolean)
        .join(' · ')}
      up={{ to: '/calls', label: t('campaigns:my_calls') }}
      actions={open && !card.suppressed && <PhoneHandOver key={card.id} callId={card.id} />}
    >
      {params.has('unfinished') && open && (
        <Notice tone="warn" alert title={t('campaigns:unfinished')}>
          {t('campaigns:unfinished_lead')}
        </Notice>
      )}
      {!card.own && card.outcome === null && (
        <Notice>{t('campaigns:held_by', { name: card.callerName })}</Notice>
      )}
      {open ? (
        <OpenCall card={card} linked={mayReadCompany} />
      ) : (
        <div className="max-w-3xl">
          {answers && <CallResult card={card} answers={answers} may={mayGoOn} />}
          <EarlierCalls card={card} />
          <CallCompanyFacts card={card} linked={mayReadCompany} />
        </div>
      )}
    </Page>
  )
}
