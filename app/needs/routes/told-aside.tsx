import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { TextArea } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { AsideForm } from '../told'
import { findTold, setToldAside, toldAtOf } from '../told.server'

export const meta = pageTitle('told:set_aside')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'needs.write')
  return orNotFound(await findTold(db, viewer, toldAtOf(params)))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'needs.write')
  const at = toldAtOf(params)
  const form = await parseForm(request, AsideForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await setToldAside(trx, viewer, at, form.value.reason)))
      return form.conflict('errors:changed_by_other')
    return {
      to: '/needs/told',
      toast: { text: 'told:was_set_aside', undo: `/needs/told/${at.source}/${at.id}/return` },
    }
  })
}

export default function ToldAside() {
  const { t } = useText()
  const { companyName, words } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('told:set_aside')}
      lead={companyName}
      up={{ to: '/needs/told', label: t('told:title') }}
      note={words.join(', ')}
      submit={t('told:set_aside')}
    >
      <TextArea name="reason" label={t('ui:reason')} hint={t('told:reason_hint')} rows={3} />
    </FormPage>
  )
}
