import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findViewer } from '~/auth/viewer.server'
import { useText } from '~/texts/use-text'
import { Page } from '~/ui/page'

/** Public address: each role is taken to where its work begins. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await findViewer(request)
  if (!viewer) throw redirect('/sign-in')
  if (viewer.roles.includes('employer')) throw redirect('/portal')
  if (viewer.roles.includes('mentor')) throw redirect('/mentor')
  if (viewer.roles.includes('caller')) throw redirect('/calls')
  return { name: viewer.name }
}

export default function Home() {
  const { t } = useText()
  const { name } = useLoaderData<typeof loader>()
  return <Page title={t('shell:welcome', { name })}>{null}</Page>
}
