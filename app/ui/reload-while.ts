import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/** Loads the page's data again every `ms` milliseconds while `active` and somebody is looking. */
export function useReloadWhile(active: boolean, ms = 1000): void {
  const revalidator = useRevalidator()
  const latest = useRef(revalidator)
  latest.current = revalidator
  useEffect(() => {
    if (!active) return
    const timer = setInterval(() => {
      if (!document.hidden && latest.current.state === 'idle') latest.current.revalidate()
    }, ms)
    return () => clearInterval(timer)
  }, [active, ms])
}
