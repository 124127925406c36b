import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Field } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { SuppressionForm } from '../suppression'
import { SuppressionFields } from '../suppression-fields'
import { readSuppressionTarget, suppressTarget } from '../suppressions.server'

export const meta = pageTitle('suppressions:add')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'companies.write')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, SuppressionForm)
  if (!form.ok) return form.reply
  const target = readSuppressionTarget(form.value.target)
  if (!target.ok) return form.refuse({ target: ['companies:error.suppression_target'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    await suppressTarget(trx, viewer, target, form.value)
    return { to: '/suppressions', toast: { text: 'suppressions:saved' } }
  })
}

export default function NewSuppression() {
  const { t } = useText()
  return (
    <FormPage
      title={t('suppressions:add')}
      lead={t('suppressions:lead')}
      up={{ to: '/suppressions', label: t('suppressions:title') }}
      defaultValue={{ channel: 'all', reason: 'asked' }}
      submit={t('suppressions:add')}
      look="danger"
    >
      <Field
        name="target"
        label={t('suppressions:target')}
        hint={t('suppressions:target_hint')}
        autoComplete="off"
      />
      <SuppressionFields />
    </FormPage>
  )
}
