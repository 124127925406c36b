import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { findCandidateAt } from '~/candidates/candidates.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Choices, Field, optionsOf, TextArea } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { REQUEST_KINDS, REQUEST_WAYS, RecordedRequestForm } from '../request'
import { addRequest } from '../requests.server'

export const meta = pageTitle('requests:record')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findCandidateAt(db, viewer, params)
  return { candidate, receivedOn: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findCandidateAt(db, viewer, params)

  const form = await parseForm(request, RecordedRequestForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const { kind, words, how, receivedOn } = form.value
    await addRequest(trx, viewer, candidate.id, { kind, words: words ?? null, how, receivedOn })
    return { to: '/requests', toast: { text: 'requests:recorded' } }
  })
}

export default function RecordRequest() {
  const { t } = useText()
  const { candidate, receivedOn } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('requests:record')}
      lead={t('requests:record_lead')}
      up={{ to: `/candidates/${candidate.id}`, label: candidate.number }}
      defaultValue={{ receivedOn }}
      submit={t('requests:record')}
    >
      <Choices
        name="kind"
        label={t('requests:what')}
        options={optionsOf(REQUEST_KINDS, (value) => t(`requests:kind.${value}`))}
      />
      <Choices
        name="how"
        label={t('requests:how_label')}
        options={optionsOf(REQUEST_WAYS, (value) => t(`requests:how.${value}`))}
      />
      <Field name="receivedOn" type="date" label={t('requests:received_label')} />
      <TextArea name="words" label={t('requests:words')} optional />
    </FormPage>
  )
}
