import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { TextArea } from '~/ui/form-fields'
import { Notice, Page } from '~/ui/page'
import { findCompany } from '../companies.server'
import { ContactInTheWay } from '../contact-in-the-way'
import { ContactReasonForm } from '../contact-log'
import { allowContact, findContactInTheWay } from '../cooldown.server'
import { isBannedAltogether } from '../suppression'

export const meta = pageTitle('contacts:reason_title')

/** Whose mail the reason was asked for: the company's own, or that of one of its people. */
const Reached = z.union([z.literal('company'), z.uuid()])

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const company = orNotFound(await findCompany(db, viewer, idParam(params, 'companyId')))
  const contact = await findContactInTheWay(db, company.id, { userId: viewer.userId })
  return {
    company: { id: company.id, name: company.name },
    banned: isBannedAltogether(company),
    contact: contact ?? null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, ContactReasonForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const company = orNotFound(await findCompany(trx, viewer, idParam(params, 'companyId')))
    if (isBannedAltogether(company)) return form.conflict('contacts:rule.banned')
    await allowContact(trx, viewer, company, { campaignId: null, reason: form.value.reason })
    const mailTo = Reached.safeParse(new URL(request.url).searchParams.get('mail'))
    return {
      to: mailTo.success ? `/companies/${company.id}/mail/${mailTo.data}` : `/companies/${company.id}`,
      toast: { text: 'contacts:allowed' },
    }
  })
}

export default function ContactReason() {
  const { t } = useText()
  const { company, banned, contact } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('contacts:reason_title')}
      lead={banned ? undefined : t('contacts:reason_lead')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      narrow
    >
      {banned ? (
        <Notice tone="bad" alert>
          {t('contacts:rule.banned')}
        </Notice>
      ) : (
        <>
          {contact && <ContactInTheWay contact={contact} />}
          <Form>
            <TextArea name="reason" label={t('ui:reason')} rows={3} />
            <Submit>{t('ui:save')}</Submit>
          </Form>
        </>
      )}
    </Page>
  )
}
