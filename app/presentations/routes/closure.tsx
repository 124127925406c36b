import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Field } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { EndPresentationForm } from '../presentation'
import { closePresentation, findPresentation } from '../presentations.server'

export const meta = pageTitle('presentations:close_title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.write')
  const presentation = orNotFound(await findPresentation(db, viewer, idParam(params, 'presentationId')))
  return { id: presentation.id, number: presentation.number, companyName: presentation.companyName }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.write')
  const presentation = orNotFound(await findPresentation(db, viewer, idParam(params, 'presentationId')))

  const form = await parseForm(request, EndPresentationForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await closePresentation(trx, viewer, presentation, form.value.reason)))
      return form.conflict('presentations:already_ended')
    return { to: `/presentations/${presentation.id}`, toast: { text: 'presentations:closed' } }
  })
}

export default function ClosePresentation() {
  const { t } = useText()
  const { id, number, companyName } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('presentations:close_title')}
      lead={t('presentations:close_lead', { number, company: companyName })}
      up={{ to: `/presentations/${id}`, label: t('presentations:one_title', { number }) }}
      submit={t('presentations:close')}
    >
      <Field name="reason" label={t('ui:reason')} />
    </FormPage>
  )
}
