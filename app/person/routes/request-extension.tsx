import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Field, TextArea } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { ExtensionForm, latestOn } from '../request'
import { extendRequest, findRequest } from '../requests.server'

export const meta = pageTitle('requests:extend')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'person_requests.answer')
  const found = orNotFound(await findRequest(db, viewer, idParam(params, 'requestId')))
  return { id: found.id, kind: found.kind, latest: latestOn(found.receivedOn) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'person_requests.answer')
  const found = orNotFound(await findRequest(db, viewer, idParam(params, 'requestId')))

  const form = await parseForm(request, ExtensionForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    await extendRequest(trx, viewer, found, form.value)
    return { to: `/requests/${found.id}`, toast: { text: 'requests:extended_done' } }
  })
}

export default function ExtendRequest() {
  const { t } = useText()
  const { id, kind, latest } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('requests:extend')}
      lead={t('requests:extend_lead')}
      up={{ to: `/requests/${id}`, label: t(`requests:kind.${kind}`) }}
      defaultValue={{ until: latest }}
      submit={t('requests:extend')}
    >
      <Field name="until" type="date" label={t('requests:until')} />
      <TextArea name="reason" label={t('requests:extension_reason')} hint={t('requests:answer_hint')} />
    </FormPage>
  )
}
