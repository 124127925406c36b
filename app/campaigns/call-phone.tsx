import { useFetcher, useNavigate } from '@remix-run/react'
import { useEffect } from 'react'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'
import { Page } from '~/ui/page'

type PhoneLink = { address: string; qr: { size: number; path: string } }

/** A code to point the phone's camera at: the same card opens there and the call can be finished on either. */
export function PhoneHandOver({ callId }: { callId: string }) {
  const { t } = useText()
  const fetcher = useFetcher<{ link: PhoneLink }>()
  return (
    <div className="relative hidden sm:block">
      {fetcher.data?.link ? (
        <div className="absolute top-0 right-0 z-10 rounded-lg border border-line bg-card p-3 shadow-lg">
          <PhoneCode link={fetcher.data.link} />
        </div>
      ) : (
        <fetcher.Form method="post" action={`/calls/${callId}/phone`}>
          <Button look="secondary" aria-busy={fetcher.state !== 'idle'}>
            {t('calls:phone.open')}
          </Button>
        </fetcher.Form>
      )}
    </div>
  )
}

export function PhoneCode({ link }: { link: PhoneLink }) {
  const { t } = useText()
  const { size, path } = link.qr
  return (
    <figure role="status" className="w-56">
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={t('calls:phone.code')}
        className="w-full border border-line bg-white"
        shapeRendering="crispEdges"
      >
        <path d={path} fill="#000" />
      </svg>
      <figcaption className="mt-1 text-sm text-soft">{t('calls:phone.code_hint')}</figcaption>
    </figure>
  )
}

/** What a phone shows when there is no call for it, or no more. */
export function PhoneOver() {
  const { t } = useText()
  return (
    <Page title={t('calls:phone.over')} narrow>
      <p>{t('calls:phone.over_lead')}</p>
    </Page>
  )
}

const LOOK_AFTER_MS = 6000

/** Moves on to `to` when the call has been finished on the other device. */
export function useOtherDevice(stateUrl: string | null, to: string) {
  const navigate = useNavigate()
  useEffect(() => {
    if (!stateUrl) return
    let gone = false
    const look = async () => {
      if (document.visibilityState === 'hidden') return
      const answer = await fetch(stateUrl, { cache: 'no-store' }).catch(() => null)
      if (!answer?.ok || gone) return
      const { open } = (await answer.json()) as { open: boolean }
      // While this page itself sends, its own answer decides where to go.
      if (!open && !gone && !document.querySelector('form[aria-busy="true"]')) navigate(to)
    }
    const looks = setInterval(look, LOOK_AFTER_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      gone = true
      clearInterval(looks)
      document.removeEventListener('visibilitychange', look)
    }
  }, [stateUrl, to, navigate])
}
