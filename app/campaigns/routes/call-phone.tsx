import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Page } from '~/ui/page'
import { PhoneCode } from '../call-phone'
import { makePhoneLink, qrPath } from '../call-phone.server'
import { findOwnCall } from '../calls.server'

export const meta = pageTitle('calls:phone.open')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  const call = orNotFound(await findOwnCall(db, viewer, idParam(params, 'callId')))
  return { call: { id: call.id, companyName: call.companyName } }
}

/** A new link each time; the code is shown once and never stands in an address of the page. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  const address = await db.transaction().execute(async (trx) => {
    const call = orNotFound(await findOwnCall(trx, viewer, idParam(params, 'callId')))
    return makePhoneLink(trx, viewer, call)
  })
  return data({ link: { address, qr: qrPath(address) } }, { headers: { 'Cache-Control': 'no-store' } })
}

export default function CallPhone() {
  const { t } = useText()
  const { call } = useLoaderData<typeof loader>()
  const made = useActionData<typeof action>()
  return (
    <Page
      title={t('calls:phone.open')}
      lead={t('calls:phone.lead')}
      up={{ to: `/calls/${call.id}`, label: call.companyName }}
      narrow
    >
      {made ? (
        <PhoneCode link={made.link} />
      ) : (
        <Form>
          <Submit>{t('calls:phone.make')}</Submit>
        </Form>
      )}
    </Page>
  )
}
