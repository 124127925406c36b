import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Checkbox, Choices, Field, optionsOf, TextArea } from '~/ui/form-fields'
import { Notice, Page } from '~/ui/page'
import { NOTE_CHANNELS, NoteForm } from '../candidate'
import { findEntrustedCandidate } from '../candidates.server'
import { findPace } from '../caseload/cadence.server'
import { NextStepFields } from '../caseload/next-step-fields'
import { addNote } from '../notes.server'

export const meta = pageTitle('candidates:note.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = orNotFound(await findEntrustedCandidate(db, viewer, idParam(params, 'candidateId')))
  return {
    id: candidate.id,
    number: candidate.number,
    today: today(),
    pace: await findPace(db, candidate.id),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = orNotFound(await findEntrustedCandidate(db, viewer, idParam(params, 'candidateId')))

  const form = await parseForm(request, NoteForm)
  if (!form.ok) return form.reply
  if (form.value.happenedOn > today()) return form.refuse({ happenedOn: ['caseload:in_future'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    await addNote(trx, viewer, candidate.id, form.value)
    return { to: `/candidates/${candidate.id}#notes`, toast: { text: 'candidates:note.added' } }
  })
}

export default function NewNote() {
  const { t, format } = useText()
  const candidate = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('candidates:note.title')}
      up={{ to: `/candidates/${candidate.id}`, label: candidate.number }}
    >
      {candidate.pace.pace && candidate.pace.notBefore && candidate.pace.notBefore > candidate.today && (
        <Notice tone="warn">
          {t('caseload:cadence.early', { day: format.day(candidate.pace.notBefore) })}
        </Notice>
      )}
      <Form defaultValue={{ happenedOn: candidate.today, channel: 'meeting' }}>
        <div className="grid gap-5 sm:grid-cols-2">
          <Field name="happenedOn" type="date" label={t('candidates:note.happened_on')} />
          <Field
            name="minutes"
            type="number"
            min={1}
            max={1440}
            label={t('caseload:contact.minutes_field')}
            optional
          />
        </div>
        <Choices
          name="channel"
          label={t('candidates:note.channel')}
          options={optionsOf(NOTE_CHANNELS, (value) => t(`candidates:channel.${value}`))}
        />
        <Checkbox
          name="notReached"
          label={t('caseload:contact.not_reached')}
          hint={t('caseload:contact.not_reached_hint')}
        />
        <TextArea
          name="body"
          label={t('candidates:note.body')}
          hint={t('candidates:note.body_hint')}
          rows={6}
        />
        <Checkbox
          name="restricted"
          label={t('caseload:contact.restricted')}
          hint={t('caseload:contact.restricted_hint')}
        />
        <NextStepFields />
        <Submit>{t('candidates:note.add')}</Submit>
      </Form>
    </Page>
  )
}
