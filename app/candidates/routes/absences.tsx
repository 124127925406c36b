import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ActionButton, Form, Submit } from '~/ui/form'
import { Field, Select } from '~/ui/form-fields'
import { Page, Section } from '~/ui/page'
import { listAbsences, planAbsence } from '../caseload/absences.server'
import { AbsenceForm } from '../caseload/caseload'
import { listCoachChoices } from '../caseload/coaches.server'

export const meta = pageTitle('caseload:absence.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const [absences, coaches] = await Promise.all([listAbsences(db), listCoachChoices(db)])
  return {
    absences: absences.map((absence) => ({ ...absence, isOwn: absence.coachId === viewer.userId })),
    coaches: coaches.filter(({ id }) => id !== viewer.userId),
    today: today(),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')

  const form = await parseForm(request, AbsenceForm)
  if (!form.ok) return form.reply
  if (form.value.endsOn < today()) return form.refuse({ endsOn: ['caseload:absence.over'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    await planAbsence(trx, viewer, form.value)
    return { to: '/caseload/absences', toast: { text: 'caseload:absence.saved' } }
  })
}

export default function Absences() {
  const { t, format } = useText()
  const { absences, coaches, today: startsOn } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('caseload:absence.title')}
      lead={t('caseload:absence.lead')}
      up={{ to: '/caseload', label: t('caseload:title') }}
    >
      <Section id="coming" title={t('caseload:absence.coming')}>
        {absences.length === 0 ? (
          <p className="text-soft">{t('caseload:absence.none')}</p>
        ) : (
          <ul className="divide-y divide-line rounded-lg border border-line bg-card">
            {absences.map((absence) => (
              <li key={absence.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-2">
                <span>
                  {t('caseload:absence.line', {
                    coach: absence.coachName,
                    substitute: absence.substituteName,
                    from: format.day(absence.startsOn),
                    to: format.day(absence.endsOn),
                  })}
                </span>
                {absence.isOwn && (
                  <ActionButton look="quiet" action={`/caseload/absences/${absence.id}/cancellation`}>
                    {t('caseload:absence.cancel')}
                    <span className="sr-only"> {format.day(absence.startsOn)}</span>
                  </ActionButton>
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="new" title={t('caseload:absence.new')}>
        <Form defaultValue={{ startsOn }}>
          <div className="grid gap-5 sm:grid-cols-2">
            <Field name="startsOn" type="date" label={t('caseload:absence.starts_on')} />
            <Field name="endsOn" type="date" label={t('caseload:absence.ends_on')} />
          </div>
          <Select
            name="substituteId"
            label={t('caseload:absence.substitute')}
            options={coaches.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Submit>{t('ui:save')}</Submit>
        </Form>
      </Section>
    </Page>
  )
}
