import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Choices, Field, optionsOf } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { findCompanyAt } from '../companies.server'
import { PromiseForm, promisers } from '../dealings/dealing-forms'
import { addPromise } from '../dealings/promises.server'

export const meta = pageTitle('dealings:promise.add')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const company = await findCompanyAt(db, viewer, params)
  return { company, today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, PromiseForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const { id: companyId } = await findCompanyAt(trx, viewer, params)
    await addPromise(trx, viewer, companyId, form.value)
    return { to: `/companies/${companyId}`, toast: { text: 'dealings:promise.saved' } }
  })
}

export default function NewPromise() {
  const { t } = useText()
  const { company, today } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('dealings:promise.add')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      defaultValue={{ promisedBy: 'house', promisedOn: today }}
      submit={t('ui:save')}
    >
      <Choices
        name="promisedBy"
        label={t('dealings:promise.by')}
        options={optionsOf(promisers, (value) => t(`dealings:promise.promisers.${value}`))}
      />
      <Field name="what" label={t('dealings:promise.what')} hint={t('dealings:promise.what_hint')} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="promisedOn" label={t('dealings:promise.on')} type="date" />
        <Field name="dueOn" label={t('dealings:promise.due')} type="date" optional />
      </div>
    </FormPage>
  )
}
