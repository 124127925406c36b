import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { Field } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { NeedReopeningForm } from '../need'
import { findNeed, reopenNeed } from '../needs.server'

export const meta = pageTitle('needs:reopen')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'needs.write')
  const need = orNotFound(await findNeed(db, viewer, idParam(params, 'needId')))
  return { id: need.id, title: need.title, version: need.version }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'needs.write')
  const need = orNotFound(await findNeed(db, viewer, idParam(params, 'needId')))

  const form = await parseForm(request, NeedReopeningForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await reopenNeed(trx, viewer, need, form.value))) return form.conflict('errors:changed_by_other')
    return { to: `/needs/${need.id}`, toast: { text: 'needs:reopened' } }
  })
}

export default function ReopenNeed() {
  const { t } = useText()
  const need = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('needs:reopen')}
      lead={t('needs:reopen_lead')}
      up={{ to: `/needs/${need.id}`, label: need.title }}
      submit={t('needs:reopen')}
    >
      <HiddenField name="version" value={need.version} />
      <Field name="reason" label={t('ui:reason')} />
    </FormPage>
  )
}
