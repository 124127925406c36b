import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Choices, Field, optionsOf } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { findCompanyAt } from '../companies.server'
import { PromiseOutcomeForm, promiseOutcomes } from '../dealings/dealing-forms'
import { findPromise, settlePromise } from '../dealings/promises.server'

export const meta = pageTitle('dealings:promise.settle')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const company = await findCompanyAt(db, viewer, params)
  const promise = orNotFound(
    await findPromise(db, { companyId: company.id, promiseId: idParam(params, 'promiseId') }),
  )
  return { company, promise }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const promiseId = idParam(params, 'promiseId')
  const form = await parseForm(request, PromiseOutcomeForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const { id: companyId } = await findCompanyAt(trx, viewer, params)
    orNotFound(await findPromise(trx, { companyId, promiseId }))
    await settlePromise(trx, viewer, { companyId, promiseId }, form.value)
    return { to: `/companies/${companyId}`, toast: { text: 'dealings:promise.settled' } }
  })
}

export default function PromiseOutcome() {
  const { t } = useText()
  const { company, promise } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('dealings:promise.settle')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      narrow
    >
      <p className="mb-4 text-lg">{promise.what}</p>
      <Form>
        <Choices
          name="outcome"
          label={t('dealings:promise.settle')}
          options={optionsOf(promiseOutcomes, (value) => t(`dealings:promise.outcomes.${value}`))}
        />
        <Field name="note" label={t('dealings:promise.outcome_note')} optional />
        <Submit>{t('ui:save')}</Submit>
      </Form>
    </Page>
  )
}
