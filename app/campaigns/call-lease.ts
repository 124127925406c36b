import { useEffect } from 'react'

/** A caller who is at the company's card keeps the company; minutes between telling the server so. */
const leaseBeat = { minutes: 4 }

/** Holds the company while its card is open. The card itself is not read again for it. */
export function useCallLease(callId: string | null) {
  useEffect(() => {
    if (!callId) return
    const beat = setInterval(() => {
      fetch(`/calls/${callId}/lease`, { method: 'POST' }).catch(() => undefined)
    }, leaseBeat.minutes * 60_000)
    return () => clearInterval(beat)
  }, [callId])
}
