import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { findCompany } from '~/companies/companies.server'
import { ContactInTheWay } from '~/companies/contact-in-the-way'
import { allowContact, findContactInTheWay } from '~/companies/cooldown.server'
import { isCallBanned } from '~/companies/reach.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { TextArea } from '~/ui/form-fields'
import { Notice, Page } from '~/ui/page'
import { findCampaign } from '../campaigns.server'
import { ExceptionForm } from '../queue-form'

export const meta = pageTitle('queue:allow_title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const [campaign, company] = await Promise.all([
    findCampaign(db, viewer, idParam(params, 'campaignId')),
    findCompany(db, viewer, idParam(params, 'companyId')),
  ])
  if (!campaign || !company) throw notFound()
  return {
    campaignId: campaign.id,
    companyName: company.name,
    isBanned: await isCallBanned(db, company),
    contact: (await findContactInTheWay(db, company.id, { campaignId: campaign.id })) ?? null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const form = await parseForm(request, ExceptionForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const campaign = await findCampaign(trx, viewer, idParam(params, 'campaignId'))
    const company = await findCompany(trx, viewer, idParam(params, 'companyId'))
    if (!campaign || !company) throw notFound()
    if (await isCallBanned(trx, company)) return form.conflict('queue:banned')
    await allowContact(trx, viewer, company, { campaignId: campaign.id, reason: form.value.reason })
    return {
      to: `/campaigns/${campaign.id}/${campaign.listApprovedAt ? 'queue' : 'list'}`,
      toast: { text: 'queue:allowed' },
    }
  })
}

export default function ContactException() {
  const { t } = useText()
  const { campaignId, companyName, isBanned, contact } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('queue:allow_title')}
      lead={companyName}
      up={{ to: `/campaigns/${campaignId}/queue`, label: t('queue:title') }}
      narrow
    >
      {isBanned ? (
        <Notice tone="bad">{t('queue:banned')}</Notice>
      ) : (
        <>
          {contact && <ContactInTheWay contact={contact} />}
          <p className="mb-4">{t('queue:allow_lead')}</p>
          <Form>
            <TextArea name="reason" label={t('ui:reason')} rows={3} />
            <Submit>{t('queue:allow')}</Submit>
          </Form>
        </>
      )}
    </Page>
  )
}
