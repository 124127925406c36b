import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { may } from '~/auth/permissions'
import { findViewer } from '~/auth/viewer.server'
import { isDemo } from '~/demo/demo.server'
import { db } from '~/platform/db.server'
import { forgetToast, readToast } from '~/platform/http.server'
import { navigationFor } from '~/shell/navigation'
import { Shell } from '~/shell/shell'
import { languageOf } from '~/texts/language.server'
import { textsIn } from '~/texts/loaded'
import { pageTitle } from '~/texts/title'
import { TextProvider, useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Page } from '~/ui/page'
import styles from '~/ui/styles.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await findViewer(request)
  const [language, toast, demo] = await Promise.all([
    viewer ? viewer.language : languageOf(request),
    readToast(request),
    isDemo(db),
  ])
  const headers = new Headers()
  if (toast) headers.append('Set-Cookie', await forgetToast())
  if (viewer?.renewedCookie) headers.append('Set-Cookie', viewer.renewedCookie)
  return data(
    {
      language,
      toast,
      demo,
      nonce: context.cspNonce,
      viewer: viewer && {
        name: viewer.name,
        roles: viewer.roles,
        searches: may(viewer, 'search.use'),
        hasAccount: may(viewer, 'own_account.manage'),
      },
      navigation: viewer ? navigationFor(viewer) : [],
    },
    { headers },
  )
}

export type RootData = ReturnType<typeof useRouteLoaderData<typeof loader>>

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root')
  // A page that is whole without script (the employer portal) ships none: handle = { script: false }.
  const script = !useMatches().some(
    ({ handle }) => (handle as { script?: boolean } | undefined)?.script === false,
  )
  const language = root?.language ?? 'fi'
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <Meta />
        <Links />
      </head>
      <body className="flex min-h-dvh flex-col">
        <TextProvider texts={textsIn(language)}>
          <Shell root={root}>{children}</Shell>
        </TextProvider>
        {script && (
          <>
            <ScrollRestoration nonce={root?.nonce} />
            <Scripts nonce={root?.nonce} />
          </>
        )}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

/** The title of the page that tells of an error; every other page has its own. */
export const meta: MetaFunction = (page) =>
  pageTitle(page.error ? `errors:${kindOf(page.error)}_title` : 'ui:tagline')(page) ?? []

const EXPLAINED = { 403: 'forbidden', 404: 'not_found', 413: 'too_large' } as const

function kindOf(error: unknown) {
  const status = isRouteErrorResponse(error) ? error.status : 500
  return EXPLAINED[status as keyof typeof EXPLAINED] ?? 'broken'
}

export function ErrorBoundary() {
  const { t } = useText()
  const kind = kindOf(useRouteError())
  return (
    <Page narrow title={t(`errors:${kind}_title`)} actions={null}>
      <p className="mb-6 text-lg">{t(`errors:${kind}`)}</p>
      <ButtonLink to="/">{t('shell:home')}</ButtonLink>
    </Page>
  )
}
