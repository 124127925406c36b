import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { localTimeOf } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Choices, Field, optionsOf, Select } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { findCompany, findCompanyAt } from '../companies.server'
import { ContactLogForm, loggedChannels } from '../contact-log'
import { logContact } from '../contact-log.server'
import { openRounds } from '../engagement-rounds.server'

export const meta = pageTitle('contacts:log')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const company = await findCompanyAt(db, viewer, params)
  return {
    company,
    rounds: await openRounds(db),
    now: localTimeOf(new Date()),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, ContactLogForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const company = orNotFound(await findCompany(trx, viewer, idParam(params, 'companyId')))
    await logContact(trx, viewer, company, form.value)
    return { to: `/companies/${company.id}`, toast: { text: 'contacts:logged' } }
  })
}

export default function NewContactLog() {
  const { t } = useText()
  const { company, rounds, now } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('contacts:log')}
      lead={t('contacts:log_lead')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      defaultValue={{ channel: 'call', reached: 'yes', at: now }}
      submit={t('ui:save')}
    >
      <Choices
        name="channel"
        label={t('contacts:channel')}
        options={optionsOf(loggedChannels, (value) => t(`contacts:channels.${value}`))}
      />
      <Choices
        name="reached"
        label={t('contacts:reached')}
        options={optionsOf(['yes', 'no'], (value) => t(`contacts:${value}`))}
      />
      <Field name="at" type="datetime-local" label={t('contacts:when')} />
      <Select
        name="roundId"
        label={t('contacts:round')}
        options={rounds.map(({ id, name }) => ({ value: id, label: name }))}
        optional
      />
      <Field name="note" label={t('ui:note')} hint={t('contacts:note_hint')} optional />
    </FormPage>
  )
}
