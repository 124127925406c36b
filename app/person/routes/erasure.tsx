import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Field, TextArea } from '~/ui/form-fields'
import { Page, Section } from '~/ui/page'
import { countForErasure, erasePerson, findErasable } from '../erasure.server'
import { ErasureForm } from '../request'

export const meta = pageTitle('requests:erasure.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'person_requests.answer')
  const person = orNotFound(await findErasable(db, viewer, idParam(params, 'candidateId')))
  return { person, counts: await countForErasure(db, person.id) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'person_requests.answer')
  const person = orNotFound(await findErasable(db, viewer, idParam(params, 'candidateId')))

  const form = await parseForm(request, ErasureForm)
  if (!form.ok) return form.reply
  if (form.value.number.toUpperCase() !== person.number)
    return form.refuse({ number: ['requests:erasure.number_differs'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    await erasePerson(trx, viewer, person.id, form.value.reason)
    return { to: `/requests/${person.requestId}`, toast: { text: 'requests:erasure.done' } }
  })
}

export default function Erasure() {
  const { t } = useText()
  const { person, counts } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('requests:erasure.one_title', { number: person.number })}
      lead={t('requests:erasure.lead')}
      up={{ to: `/requests/${person.requestId}`, label: t('requests:kind.erasure') }}
    >
      <Section id="goes" title={t('requests:erasure.goes')}>
        <ul className="list-disc space-y-1 pl-5">
          <li>{t('requests:erasure.details_go')}</li>
          <li>{t('requests:erasure.cvs_go', { count: counts.cvs })}</li>
          <li>{t('requests:erasure.skills_go', { count: counts.skills })}</li>
          <li>{t('requests:erasure.notes_go', { count: counts.notes })}</li>
          <li>{t('requests:erasure.profiles_go')}</li>
          <li>{t('requests:erasure.account_goes')}</li>
        </ul>
      </Section>
      <Section id="stays" title={t('requests:erasure.stays')}>
        <ul className="list-disc space-y-1 pl-5">
          <li>{t('requests:erasure.consents_stay', { count: counts.consents })}</li>
          <li>{t('requests:erasure.presentations_stay', { count: counts.presentations })}</li>
          <li>{t('requests:erasure.placements_stay', { count: counts.placements })}</li>
          <li>{t('requests:erasure.readings_stay', { count: counts.readings })}</li>
          <li>{t('requests:erasure.hash_stays')}</li>
        </ul>
      </Section>
      <Form>
        <TextArea
          name="reason"
          label={t('requests:erasure.reason')}
          hint={t('requests:erasure.reason_hint')}
          rows={2}
        />
        <Field
          name="number"
          label={t('requests:erasure.number', { number: person.number })}
          hint={t('requests:erasure.number_hint')}
        />
        <Submit look="danger">{t('requests:erasure.erase')}</Submit>
      </Form>
    </Page>
  )
}
