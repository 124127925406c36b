import { Form, Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { RootData } from '~/root'
import { LANGUAGES, type TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Toast } from '~/ui/toast'

/** The frame of every page: skip link, menu of the signed-in person, search, language, the content. */
export function Shell({ root, children }: { root: RootData; children: ReactNode }) {
  const { t } = useText()
  const viewer = root?.viewer
  const wide = viewer && root.navigation.length > 0
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-card focus:p-3"
      >
        {t('ui:skip')}
      </a>
      <header className="border-b border-line bg-card">
        {root?.demo && (
          <p className="bg-warn-pale px-4 py-1 text-center text-sm text-warn">{t('ui:demo_banner')}</p>
        )}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-2 sm:px-6">
          <Link
            to="/"
            className="flex items-center gap-2 text-xl font-semibold text-bridge-deep no-underline"
          >
            <BridgeMark />
            {t('ui:app')}
          </Link>
          {viewer?.searches && <GlobalSearch />}
          <div className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
            <LanguageChoice />
            {viewer && (
              <>
                {viewer.hasAccount && (
                  <Link to="/account" className="link inline-flex min-h-8 items-center">
                    {viewer.name}
                  </Link>
                )}
                <Form method="post" action="/sign-out" reloadDocument>
                  <button type="submit" className="link min-h-8">
                    {t('shell:sign_out')}
                  </button>
                </Form>
              </>
            )}
          </div>
        </div>
      </header>
      <div className={wide ? 'grow lg:grid lg:grid-cols-[14rem_minmax(0,1fr)]' : 'grow'}>
        {wide && <Navigation root={root} />}
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-7xl min-w-0 px-4 pt-6 pb-24 outline-none sm:px-6"
        >
          {children}
        </main>
      </div>
      <Toast toast={root?.toast ?? null} />
    </>
  )
}

function Navigation({ root }: { root: NonNullable<RootData> }) {
  const { t } = useText()
  const { pathname } = useLocation()
  const current = closest(
    pathname,
    root.navigation
      .flatMap(({ items }) => items.flatMap((item) => [item, ...item.below]))
      .map(({ to }) => to),
  )
  const groups = root.navigation.map((group) => (
    <div key={group.text ?? 'first'} className="mb-4">
      {group.text && (
        <p className="mb-1 px-3 text-xs font-semibold tracking-wide text-soft uppercase">{t(group.text)}</p>
      )}
      <ul>
        {group.items.map((item) => (
          <li key={item.to}>
            <MenuLink place={item} current={current} className="min-h-10 py-2" />
            {[item, ...item.below].some(({ to }) => to === current) && item.below.length > 0 && (
              <ul className="mb-2 ml-3 border-l border-line pl-1 text-sm">
                {item.below.map((place) => (
                  <li key={place.to}>
                    <MenuLink place={place} current={current} className="min-h-9 py-1.5" />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </div>
  ))
  return (
    <>
      <nav aria-label={t('shell:navigation')} className="hidden border-r border-line px-3 py-6 lg:block">
        {groups}
      </nav>
      {/* Made anew for each page, so that the phone's menu closes when a page is chosen. */}
      <details key={pathname} className="border-b border-line bg-card lg:hidden">
        <summary className="flex min-h-11 items-center px-4 font-medium">☰ {t('ui:menu')}</summary>
        <nav aria-label={t('shell:navigation')} className="px-2 pb-2">
          {groups}
        </nav>
      </details>
    </>
  )
}

function MenuLink({
  place,
  current,
  className,
}: {
  place: { to: string; text: TextKey }
  current: string | undefined
  className: string
}) {
  const { t } = useText()
  return (
    <Link
      to={place.to}
      prefetch="intent"
      aria-current={place.to === current ? 'page' : undefined}
      className={`flex items-center rounded-md px-3 leading-tight text-ink no-underline hover:bg-bridge-pale aria-[current]:border-l-4 aria-[current]:border-bridge aria-[current]:bg-bridge-pale aria-[current]:font-semibold aria-[current]:text-bridge-deep ${className}`}
    >
      {t(place.text)}
    </Link>
  )
}

/** Of places in the menu the one that the page is at or under: the nearest, where one lies under another. */
function closest(pathname: string, places: string[]): string | undefined {
  return places
    .filter((place) => pathname === place || pathname.startsWith(`${place}/`))
    .sort((one, other) => other.length - one.length)[0]
}

function GlobalSearch() {
  const { t } = useText()
  return (
    <Form
      action="/search"
      method="get"
      role="search"
      aria-label={t('shell:search')}
      className="min-w-0 grow basis-48 sm:max-w-md"
    >
      <label>
        <span className="sr-only">{t('shell:search')}</span>
        <input type="search" name="q" placeholder={t('shell:search_hint')} className="control" />
      </label>
    </Form>
  )
}

function LanguageChoice() {
  const { t, language } = useText()
  const location = useLocation()
  return (
    <Form
      method="post"
      action="/language"
      reloadDocument
      className="flex gap-1"
      aria-label={t('ui:language')}
    >
      <input type="hidden" name="to" value={location.pathname + location.search} />
      {LANGUAGES.map((code) => (
        <button
          key={code}
          type="submit"
          name="language"
          value={code}
          lang={code}
          title={t(`ui:languages.${code}`)}
          aria-current={code === language || undefined}
          className={`min-h-8 min-w-8 rounded px-1.5 uppercase ${code === language ? 'bg-bridge-pale font-semibold text-bridge-deep' : 'text-soft underline'}`}
        >
          {code}
        </button>
      ))}
    </Form>
  )
}

function BridgeMark() {
  return (
    <svg viewBox="0 0 32 24" width="32" height="24" aria-hidden="true" focusable="false">
      <path d="M2 18 C8 4 24 4 30 18" fill="none" stroke="currentColor" strokeWidth="3" />
      <path d="M1 18 H31 M9 18 V10 M16 18 V7.5 M23 18 V10" stroke="currentColor" strokeWidth="2.2" />
    </svg>
  )
}
