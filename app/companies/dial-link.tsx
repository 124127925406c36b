import { Link, useFetcher } from '@remix-run/react'
import { type MouseEvent, type ReactNode, useEffect } from 'react'
import { useText } from '~/texts/use-text'

/**
 * A number that is looked at in the moment of ringing it. With script the phone opens at once when it may be rung;
 * otherwise, and without script, the page of the check says why, and takes a reason.
 */
export function DialLink({
  to,
  className = 'link inline-flex min-h-6 items-center',
  children,
}: {
  to: string
  className?: string
  children: ReactNode
}) {
  const { t } = useText()
  const { load, data, state } = useFetcher<{ check: { reach: string | null } }>()
  const number = data?.check.reach
  useEffect(() => {
    if (state === 'idle' && number) window.location.assign(`tel:${number}`)
  }, [state, number])

  function ring(event: MouseEvent<HTMLAnchorElement>) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    load(to)
  }

  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Link to={to} className={className} onClick={ring} aria-busy={state !== 'idle'}>
        {children}
      </Link>
      {data && !number && (
        <Link to={to} className="link font-medium text-bad" role="alert">
          {t('contacts:see_why')}
        </Link>
      )}
    </span>
  )
}
