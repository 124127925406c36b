import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { findCompany } from '~/companies/companies.server'
import { findCompanyByWords } from '~/companies/company-words.server'
import { db } from '~/platform/db.server'
import { parseFormData, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { FormPage } from '~/ui/form-page'
import { SuggestField } from '~/ui/suggest-field'
import { NewNeedForm } from '../need'
import { needDraft } from '../need-draft.server'
import { NeedFields } from '../need-fields'
import { addNeed } from '../needs.server'
import { withProposedSkills } from '../proposed-skills.server'

export const meta = pageTitle('needs:new_title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'needs.write')
  return needDraft(db, viewer, new URL(request.url).searchParams)
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'needs.write')

  const form = parseFormData(withProposedSkills(await request.formData()), NewNeedForm)
  if (!form.ok) return form.reply
  const { companyId, company: words } = form.value
  const company = companyId
    ? await findCompany(db, viewer, companyId)
    : words && (await findCompanyByWords(db, viewer, words))
  if (!company) return form.refuse({ company: ['needs:which_company'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    const id = await addNeed(trx, viewer, { ...form.value, companyId: company.id }, form.value)
    return { to: `/needs/${id}`, toast: { text: 'needs:added' } }
  })
}

export default function NewNeed() {
  const { t } = useText()
  const { company, contacts, callId, meetingId, words, contactId } = useLoaderData<typeof loader>()
  const skills = words.length > 0 ? words : ['']
  return (
    <FormPage
      title={t('needs:new_title')}
      up={
        company
          ? { to: `/companies/${company.id}`, label: company.name }
          : { to: '/needs', label: t('needs:title') }
      }
      defaultValue={{
        title: words.join(', ').slice(0, 120),
        headcount: 1,
        remote: 'no',
        contactId,
        skills: skills.map((one) => ({ words: one, must: 'must', level: '' })),
      }}
      submit={t('ui:save')}
    >
      {company ? (
        <HiddenField name="companyId" value={company.id} />
      ) : (
        <SuggestField
          name="company"
          label={t('needs:field.company')}
          hint={t('needs:field.company_hint')}
          from="/companies/suggestions"
        />
      )}
      {callId && <HiddenField name="callId" value={callId} />}
      {meetingId && <HiddenField name="meetingId" value={meetingId} />}
      <NeedFields contacts={contacts} />
    </FormPage>
  )
}
