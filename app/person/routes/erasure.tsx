import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Field, TextArea } from '~/ui/form-fields'
import { Page, Section } from '~/ui/page'
import { countForErasure, erasePerson, findErasable } from '../erasure.server'
import { ErasureForm } from '../request'

export const meta = pageTitle('person:erasure.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'person_requests.answer')
  const person = await findErasable(db, viewer, idParam(params, 'candidateId'))
  if (!person) throw notFound()
  return { person, counts: await countForErasure(db, person.id) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'person_requests.answer')
  const person = await findErasable(db, viewer, idParam(params, 'candidateId'))
  if (!person) throw notFound()

  const form = await parseForm(request, ErasureForm)
  if (!form.ok) return form.reply
  if (form.value.number.toUpperCase() !== person.number)
    return form.refuse({ number: ['person:erasure.number_differs'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    await erasePerson(trx, viewer, person.id, form.value.reason)
    return { to: `/requests/${person.requestId}`, toast: { text: 'person:erasure.done' } }
  })
}

export default function Erasure() {
  const { t } = useText()
  const { person, counts } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('person:erasure.one_title', { number: person.number })}
      lead={t('person:erasure.lead')}
      up={{ to: `/requests/${person.requestId}`, label: t('person:request.kind.erasure') }}
    >
      <Section id="goes" title={t('person:erasure.goes')}>
        <ul className="list-disc space-y-1 pl-5">
          <li>{t('person:erasure.details_go')}</li>
          <li>{t('person:erasure.cvs_go', { count: counts.cvs })}</li>
          <li>{t('person:erasure.skills_go', { count: counts.skills })}</li>
          <li>{t('person:erasure.notes_go', { count: counts.notes })}</li>
          <li>{t('person:erasure.profiles_go')}</li>
          <li>{t('person:erasure.account_goes')}</li>
        </ul>
      </Section>
      <Section id="stays" title={t('person:erasure.stays')}>
        <ul className="list-disc space-y-1 pl-5">
          <li>{t('person:erasure.consents_stay', { count: counts.consents })}</li>
          <li>{t('person:erasure.presentations_stay', { count: counts.presentations })}</li>
          <li>{t('person:erasure.placements_stay', { count: counts.placements })}</li>
          <li>{t('person:erasure.readings_stay', { count: counts.readings })}</li>
          <li>{t('person:erasure.hash_stays')}</li>
        </ul>
      </Section>
      <Form>
        <TextArea
          name="reason"
          label={t('person:erasure.reason')}
          hint={t('person:erasure.reason_hint')}
          rows={2}
        />
        <Field
          name="number"
          label={t('person:erasure.number', { number: person.number })}
          hint={t('person:erasure.number_hint')}
        />
        <Submit look="danger">{t('person:erasure.erase')}</Submit>
      </Form>
    </Page>
  )
}
