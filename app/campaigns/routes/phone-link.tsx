import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Page } from '~/ui/page'
import { isPhoneLinkGood, openPhoneLink } from '../call-phone.server'

export const meta = pageTitle('calls:phone.open')

const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }

/** Public: who has the one-time link opens one call with it. Looking at the page does not use the link. */
export async function loader({ params }: LoaderFunctionArgs) {
  const good = await isPhoneLinkGood(db, params.token ?? '')
  return data({ good }, { status: good ? 200 : 410, headers })
}

/** Public: as the page. A link that is used up leads back to the page, which says so. */
export async function action({ request, params }: ActionFunctionArgs) {
  const cookie = await db.transaction().execute((trx) => openPhoneLink(trx, params.token ?? ''))
  if (!cookie) return redirect(new URL(request.url).pathname.replace(/\.data$/, ''), 303)
  return redirect('/phone', { status: 303, headers: { 'Set-Cookie': cookie } })
}

export default function PhoneLink() {
  const { t } = useText()
  const { good } = useLoaderData<typeof loader>()
  return (
    <Page title={t('calls:phone.open')} narrow>
      {good ? (
        <>
          <p className="mb-4">{t('calls:phone.open_lead')}</p>
          <Form>
            <Submit>{t('calls:phone.open_here')}</Submit>
          </Form>
        </>
      ) : (
        <p>{t('calls:phone.used')}</p>
      )}
    </Page>
  )
}
