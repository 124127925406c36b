import { Link } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '~/texts/use-text'
import { Checkbox } from '~/ui/form-fields'
import { Notice } from '~/ui/page'
import { DuplicateReasons } from './duplicate-reasons'
import type { KnownCompany } from './known-companies'

const PAUSE_MS = 300

/**
 * Known companies like the one being typed in the form around it, found while typing; `known` are those the server
 * found when the form was sent, which is all there is without script. A box says that it is none of these.
 */
export function KnownCompanyList({ known }: { known: KnownCompany[] }) {
  const { t } = useText()
  const place = useRef<HTMLDivElement>(null)
  const found = useKnownWhileTyping(place)
  const shown = found ?? known
  return (
    <div ref={place}>
      <p role="status" className={shown.length > 0 ? 'sr-only' : 'text-sm text-soft'}>
        {found &&
          (found.length > 0 ? t('duplicates:known', { count: found.length }) : t('duplicates:known_none'))}
      </p>
      {shown.length > 0 && (
        <Notice tone="warn" title={t('duplicates:known_title')}>
          <p className="mb-2">{t('duplicates:known_lead')}</p>
          <ul className="mb-2 space-y-2">
            {shown.map(({ id, name, businessId, municipality, reasons }) => (
              <li key={id}>
                <Link className="link font-medium" to={`/companies/${id}`}>
                  {name}
                </Link>{' '}
                <span className="text-sm">
                  {[businessId, municipality].filter(Boolean).join(' · ')}
                  <DuplicateReasons reasons={reasons} />
                </span>
              </li>
            ))}
          </ul>
          <Checkbox name="isNew" label={t('duplicates:is_new')} />
        </Notice>
      )}
    </div>
  )
}

/** Null until something was typed and looked up. */
function useKnownWhileTyping(place: React.RefObject<HTMLElement>): KnownCompany[] | null {
  const [found, setFound] = useState<KnownCompany[] | null>(null)
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    let pause: ReturnType<typeof setTimeout>
    let asking = new AbortController()
    function lookUp(event: Event) {
      const field = event.target instanceof HTMLInputElement ? event.target.name : ''
      if (!FIELDS.includes(field)) return
      clearTimeout(pause)
      asking.abort()
      asking = new AbortController()
      const { signal } = asking
      pause = setTimeout(() => askServer(form as HTMLFormElement, signal).then(setFound, () => {}), PAUSE_MS)
    }
    form.addEventListener('input', lookUp)
    return () => {
      clearTimeout(pause)
      asking.abort()
      form.removeEventListener('input', lookUp)
    }
  }, [place])
  return found
}

const FIELDS = ['name', 'businessId', 'municipality', 'phone', 'website', 'email']

async function askServer(form: HTMLFormElement, signal: AbortSignal): Promise<KnownCompany[]> {
  const typed = new FormData(form)
  const body = new FormData()
  for (const name of FIELDS) body.set(name, String(typed.get(name) ?? ''))
  const response = await fetch('/companies/known', { method: 'POST', body, signal })
  if (!response.ok) return []
  const { known } = (await response.json()) as { known: KnownCompany[] }
  return known
}
