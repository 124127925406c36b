import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useFetcher, useLoaderData, useSearchParams } from '@remix-run/react'
import { useEffect } from 'react'
import { recordReading } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ActionButton } from '~/ui/form'
import { Card, Notice, Page } from '~/ui/page'
import { CallCompanyFacts, CallNumbers, CallScript, EarlierCalls } from '../call-card'
import { CallResult } from '../call-result'
import { findCallAnswers, findCallCard } from '../calls.server'
import { readCallCard } from '../card-facts.server'
import { OutcomeForm } from '../outcome-form'

export const meta = pageTitle<typeof loader>(({ card }) => card.companyName)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  const call = await findCallCard(db, viewer, idParam(params, 'callId'))
  if (!call) throw notFound()
  if (call.releasedAt && call.outcome === null && call.callerId === viewer.userId) throw redirect('/calls')
  await recordReading(db, viewer.userId, 'call_card', { companyId: call.companyId })
  const card = await readCallCard(db, viewer, call, new URL(request.url).searchParams.get('script'))
  return {
    card,
    answers: call.outcome ? await findCallAnswers(db, call.id) : null,
    mayGoOn: { meeting: may(viewer, 'meetings.write'), need: may(viewer, 'needs.write') },
    mayReadCompany: may(viewer, 'companies.read'),
  }
}

/** A caller who is at the company's card keeps the company; minutes between telling the server so. */
const leaseBeat = { minutes: 4 }

export default function Call() {
  const { t } = useText()
  const { card, answers, mayGoOn, mayReadCompany } = useLoaderData<typeof loader>()
  const [params] = useSearchParams()
  const open = card.own && card.outcome === null && !card.released
  useLease(open ? card.id : null)
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
    >
      {params.has('unfinished') && open && (
        <Notice tone="warn" alert title={t('campaigns:unfinished')}>
          {t('campaigns:unfinished_lead')}
        </Notice>
      )}
      {!card.own && card.outcome === null && (
        <Notice>{t('campaigns:held_by', { name: card.callerName })}</Notice>
      )}
      <div className={open ? 'grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]' : 'max-w-3xl'}>
        <div>
          {open && <CallNumbers card={card} />}
          {open && !card.suppressed && (
            <p className="mb-6 lg:hidden">
              <a href="#outcome" className="link inline-flex min-h-11 items-center">
                {t('campaigns:to_outcome')} <span aria-hidden="true">↓</span>
              </a>
            </p>
          )}
          {open && <CallScript card={card} />}
          {answers && <CallResult card={card} answers={answers} may={mayGoOn} />}
          <EarlierCalls card={card} />
          <CallCompanyFacts card={card} linked={mayReadCompany} />
        </div>
        {open && (
          <div id="outcome">
            {card.suppressed ? (
              <ActionButton action={`/campaigns/${card.campaignId}/calls`} look="primary">
                {t('campaigns:next_company')}
              </ActionButton>
            ) : (
              <Card>
                <h2 className="mb-3 text-lg font-semibold">{t('campaigns:outcome_title')}</h2>
                <OutcomeForm callId={card.id} people={card.contacts} />
              </Card>
            )}
          </div>
        )}
      </div>
    </Page>
  )
}

function useLease(callId: string | null) {
  const { submit } = useFetcher()
  useEffect(() => {
    if (!callId) return
    const beat = setInterval(
      () => submit({}, { method: 'post', action: `/calls/${callId}/lease` }),
      leaseBeat.minutes * 60_000,
    )
    return () => clearInterval(beat)
  }, [callId, submit])
}
