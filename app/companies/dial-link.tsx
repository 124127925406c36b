import { Link, useFetcher } from '@remix-run/react'
import { type MouseEvent, type ReactNode, useEffect, useId, useState } from 'react'
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
  const link = useId()
  const [click, setClick] = useState({ nth: 0, refused: false })
  // What a fetcher has shown is loaded again after every form of the page. Each click has one of its own, which is let
  // go of once it has answered, so that a number is neither looked at nor rung again without a click.
  const { load, data, state } = useFetcher<{ check: { reach: string | null } | null }>({
    key: `${link}${click.nth}`,
  })
  useEffect(() => {
    if (state !== 'idle' || !data) return
    const number = data.check?.reach
    setClick(({ nth }) => ({ nth: nth + 1, refused: !number }))
    if (number) window.location.assign(`tel:${number}`)
  }, [state, data])

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
      {click.refused && (
        <Link to={to} className="link font-medium text-bad" role="alert">
          {t('contacts:see_why')}
        </Link>
      )}
    </span>
  )
}
