import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { TextArea } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { LiftSuppressionForm } from '../suppression'
import { findSuppression, liftSuppression } from '../suppressions.server'

export const meta = pageTitle('suppressions:lift')

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'companies.write')
  const suppression = await findSuppression(db, idParam(params, 'suppressionId'))
  if (!suppression || suppression.liftedAt) throw notFound()
  return { suppression }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const suppressionId = idParam(params, 'suppressionId')
  const form = await parseForm(request, LiftSuppressionForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const suppression = orNotFound(await findSuppression(trx, suppressionId))
    const lifted = await liftSuppression(trx, viewer, suppressionId, form.value)
    if (!lifted) return form.conflict('companies:error.already_lifted')
    const to = suppression.companyId ? `/companies/${suppression.companyId}` : '/suppressions'
    return { to, toast: { text: 'suppressions:lifted_saved' } }
  })
}

export default function SuppressionLifting() {
  const { t } = useText()
  const { suppression } = useLoaderData<typeof loader>()
  const { companyName, businessId, phone, email } = suppression
  return (
    <FormPage
      title={t('suppressions:lift')}
      lead={[companyName, businessId, phone, email].filter(Boolean).join(' · ')}
      up={{ to: '/suppressions', label: t('suppressions:title') }}
      submit={t('suppressions:lift')}
      look="danger"
    >
      <TextArea name="reason" label={t('ui:reason')} hint={t('suppressions:lift_hint')} rows={3} />
    </FormPage>
  )
}
