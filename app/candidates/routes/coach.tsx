import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, HiddenField, Submit } from '~/ui/form'
import { Select, TextArea } from '~/ui/form-fields'
import { Page, Section } from '~/ui/page'
import { findCandidate, findCandidateAt } from '../candidates.server'
import { HandOverForm } from '../caseload/caseload'
import { handOver, listCoachChanges, listCoachChoices } from '../caseload/coaches.server'

export const meta = pageTitle('caseload:hand_over.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = orNotFound(await findCandidate(db, viewer, idParam(params, 'candidateId')))
  const [coaches, changes] = await Promise.all([listCoachChoices(db), listCoachChanges(db, candidate.id)])
  return {
    id: candidate.id,
    number: candidate.number,
    version: candidate.version,
    coachName: candidate.coachName,
    coaches: coaches.filter(({ id }) => id !== candidate.coachId),
    changes,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')

  const { id: candidateId } = await findCandidateAt(db, viewer, params)

  const form = await parseForm(request, HandOverForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await handOver(trx, viewer, candidateId, form.value)))
      return form.conflict('errors:changed_by_other')
    return { to: `/candidates/${candidateId}#care`, toast: { text: 'caseload:hand_over.done' } }
  })
}

export default function HandOver() {
  const { t, format } = useText()
  const { id, number, version, coachName, coaches, changes } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('caseload:hand_over.title')}
      lead={t('caseload:hand_over.lead', { name: coachName ?? t('caseload:no_coach') })}
      up={{ to: `/candidates/${id}`, label: number }}
    >
      <Form>
        <HiddenField name="version" value={version} />
        <Select
          name="coachId"
          label={t('caseload:hand_over.to')}
          options={coaches.map((coach) => ({ value: coach.id, label: coach.name }))}
        />
        <TextArea name="reason" label={t('ui:reason')} hint={t('caseload:hand_over.reason_hint')} rows={2} />
        <Submit>{t('caseload:hand_over.action')}</Submit>
      </Form>
      <div className="mt-8">
        <Section id="history" title={t('caseload:hand_over.history')}>
          {changes.length === 0 && <p className="text-soft">{t('caseload:hand_over.no_history')}</p>}
          <ol className="space-y-3">
            {changes.map((change) => (
              <li key={change.id}>
                <p>
                  {[change.fromName, change.toName ?? t('caseload:no_coach')].filter(Boolean).join(' → ')}
                </p>
                <p className="text-sm text-soft">
                  {[format.moment(change.changedAt), change.changerName, change.reason]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            ))}
          </ol>
        </Section>
      </div>
    </Page>
  )
}
