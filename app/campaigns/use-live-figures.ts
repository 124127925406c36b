import { useEffect, useState } from 'react'
import type { LiveFigures } from './live.server'

/** A stream that ends in the ordinary way is back within this time. */
const LOST_AFTER = { ms: 8_000 }

/** The figures the page came with, then those the server sends; `lost` when it has not been heard of for a while. */
export function useLiveFigures(campaignId: string, loaded: LiveFigures) {
  const [figures, setFigures] = useState(loaded)
  const [lost, setLost] = useState(false)
  useEffect(() => {
    const stream = new EventSource(`/campaigns/${campaignId}/live/events`)
    let silence: ReturnType<typeof setTimeout> | undefined
    const heard = () => {
      clearTimeout(silence)
      silence = undefined
      setLost(false)
    }
    const waiting = () => {
      silence ??= setTimeout(() => setLost(true), LOST_AFTER.ms)
    }
    stream.addEventListener('open', heard)
    stream.addEventListener('error', waiting)
    stream.addEventListener('figures', (event) => {
      heard()
      setFigures(JSON.parse(event.data))
    })
    return () => {
      clearTimeout(silence)
      stream.close()
    }
  }, [campaignId])
  return { figures, lost }
}
