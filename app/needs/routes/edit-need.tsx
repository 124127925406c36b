import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { listContacts } from '~/companies/contacts.server'
import { db } from '~/platform/db.server'
import { parseFormData, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { FormPage } from '~/ui/form-page'
import { NeedForm } from '../need'
import { NeedFields } from '../need-fields'
import { changeNeed, findNeed } from '../needs.server'
import { withProposedSkills } from '../proposed-skills.server'

export const meta = pageTitle('needs:edit_title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'needs.write')
  const need = orNotFound(await findNeed(db, viewer, idParam(params, 'needId')))
  const contacts = await listContacts(db, viewer, need.companyId)
  return {
    need,
    contacts: contacts.filter((contact) => !contact.leftAt || contact.id === need.contactId),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'needs.write')
  const need = orNotFound(await findNeed(db, viewer, idParam(params, 'needId')))

  const form = parseFormData(withProposedSkills(await request.formData()), NeedForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await changeNeed(trx, viewer, need, form.value))) return form.conflict('errors:changed_by_other')
    return { to: `/needs/${need.id}`, toast: { text: 'needs:saved' } }
  })
}

export default function EditNeed() {
  const { t } = useText()
  const { need, contacts } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('needs:edit_title')}
      up={{ to: `/needs/${need.id}`, label: need.title }}
      defaultValue={{
        ...need,
        skills: need.skills.map(({ words, must, level }) => ({
          words,
          must: must ? 'must' : 'nice',
          level: level ? String(level) : '',
        })),
      }}
      submit={t('ui:save')}
    >
      <HiddenField name="version" value={need.version} />
      <NeedFields contacts={contacts} />
    </FormPage>
  )
}
