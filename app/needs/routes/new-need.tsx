import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { findCompany } from '~/companies/companies.server'
import { findCompanyByWords } from '~/companies/company-words.server'
import { listContacts } from '~/companies/contacts.server'
import { db } from '~/platform/db.server'
import { parseFormData, submitOnce } from '~/platform/form.server'
import { orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { FormPage } from '~/ui/form-page'
import { SuggestField } from '~/ui/suggest-field'
import { NewNeedForm } from '../need'
import { NeedFields } from '../need-fields'
import { addNeed } from '../needs.server'
import { withProposedSkills } from '../proposed-skills.server'

export const meta = pageTitle('needs:new_title')

const Origin = z.object({
  company: z.uuid().nullable().catch(null),
  call: z.uuid().nullable().catch(null),
  meeting: z.uuid().nullable().catch(null),
})

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'needs.write')
  const asked = new URL(request.url).searchParams
  const origin = Origin.parse({
    company: asked.get('company'),
    call: asked.get('call'),
    meeting: asked.get('meeting'),
  })
  if (!origin.company) return { company: null, contacts: [], origin }
  const company = orNotFound(await findCompany(db, viewer, origin.company))
  const contacts = await listContacts(db, viewer, company.id)
  return {
    company: { id: company.id, name: company.name },
    contacts: contacts.filter((contact) => !contact.leftAt).map(({ id, name }) => ({ id, name })),
    origin,
  }
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
  const { company, contacts, origin } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('needs:new_title')}
      up={
        company
          ? { to: `/companies/${company.id}`, label: company.name }
          : { to: '/needs', label: t('needs:title') }
      }
      defaultValue={{ headcount: 1, remote: 'no', skills: [{ words: '', must: 'must', level: '' }] }}
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
      {origin.call && <HiddenField name="callId" value={origin.call} />}
      {origin.meeting && <HiddenField name="meetingId" value={origin.meeting} />}
      <NeedFields contacts={contacts} />
    </FormPage>
  )
}
