import { useEffect, useRef } from 'react'
import { useText } from '~/texts/use-text'
import { ActionButton } from '~/ui/form'
import { CallCompanyFacts, CallNumbers, EarlierCalls } from './call-card'
import type { CardFacts } from './card-facts.server'
import { CompanyFitsCard } from './company-fits-card'
import { OutcomeForm } from './outcome-form'
import { waitsForNotice } from './recording-form'
import { RecordingStep } from './recording-step'

/** A call in hand: whom to ring, whom they could meet, what to say, what came of it, and then the rest. */
export function OpenCall({
  card,
  linked,
  phone,
}: {
  card: CardFacts
  linked: boolean
  /** On the caller's own phone the same card posts to the phone's own addresses. */
  phone?: true
}) {
  const { t } = useText()
  const base = phone ? '/phone' : `/calls/${card.id}`
  useTopOfCard(card.id)
  return (
    <>
      <div className="gap-x-8 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
        <CallNumbers key={card.id} card={card} base={base} />
        <div>
          <CompanyFitsCard fits={card.fits} />
          <EarlierCalls card={card} />
        </div>
      </div>
      {card.suppressed ? (
        !phone && (
          <p className="mb-6">
            <ActionButton action={`/campaigns/${card.campaignId}/calls`} look="primary">
              {t('campaigns:next_company')}
            </ActionButton>
          </p>
        )
      ) : (
        <>
          <RecordingStep recording={card.recording} script={card.script} action={`${base}/recording`} />
          <div className="mb-6">
            <OutcomeForm
              key={card.id}
              call={{
                id: card.id,
                people: card.contacts,
                tries: card,
                script: card.script,
                booking: card.booking,
                refill: card.refill,
                scriptWaits: waitsForNotice(card),
              }}
              action={`${base}/outcome`}
              onPhone={phone}
            />
          </div>
        </>
      )}
      <CallCompanyFacts card={card} linked={linked} />
    </>
  )
}

/** The next company begins at the top of its card. */
function useTopOfCard(callId: string) {
  const before = useRef(callId)
  useEffect(() => {
    if (before.current === callId) return
    before.current = callId
    window.scrollTo(0, 0)
    document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true })
  }, [callId])
}
