import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { blockCompany } from '~/candidates/blocked-companies.server'
import { BlockForm } from '~/candidates/consent'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Field } from '~/ui/form-fields'
import { findCompanyToBlock } from '../own-data.server'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('candidates:blocked.add')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'own_data.use')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const candidateId = ownCandidateId(viewer)

  const form = await parseForm(request, BlockForm)
  if (!form.ok) return form.reply
  const company = await findCompanyToBlock(db, form.value.company)
  if (!company) return form.refuse({ company: ['person:blocked.unknown'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    await blockCompany(trx, viewer, candidateId, {
      companyId: company.id,
      reason: form.value.reason ?? null,
    })
    return { to: '/own/consents#blocked', toast: { text: 'candidates:blocked.added' } }
  })
}

export default function BlockOwn() {
  const { t } = useText()
  return (
    <OwnPage
      title={t('candidates:blocked.add')}
      lead={t('person:blocked.lead')}
      up={{ to: '/own/consents', label: t('person:consent.title') }}
    >
      <Form>
        <Field
          name="company"
          label={t('candidates:blocked.company')}
          hint={t('person:blocked.company_hint')}
        />
        <Field
          name="reason"
          label={t('candidates:blocked.reason')}
          hint={t('person:blocked.reason_hint')}
          optional
        />
        <Submit>{t('candidates:blocked.add')}</Submit>
      </Form>
    </OwnPage>
  )
}
