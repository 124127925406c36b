import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ActionButton, Form, Submit } from '~/ui/form'
import { Field } from '~/ui/form-fields'
import { Page, Section } from '~/ui/page'
import { findCandidateAt } from '../candidates.server'
import { agreeCadence, listCadences } from '../caseload/cadence.server'
import { CadenceForm } from '../caseload/caseload'

export const meta = pageTitle('caseload:cadence.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findCandidateAt(db, viewer, params)
  const agreements = await listCadences(db, candidate.id)
  const inForce = agreements.find(({ endedAt }) => endedAt === null)
  return {
    id: candidate.id,
    number: candidate.number,
    agreements,
    inForce: inForce !== undefined,
    defaults: { minDays: inForce?.minDays ?? 7, maxDays: inForce?.maxDays ?? 21, validFrom: today() },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')

  const { id: candidateId } = await findCandidateAt(db, viewer, params)

  const form = await parseForm(request, CadenceForm)
  if (!form.ok) return form.reply
  if (form.value.validFrom > today()) return form.refuse({ validFrom: ['caseload:in_future'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    await agreeCadence(trx, viewer, candidateId, form.value)
    return { to: `/candidates/${candidateId}#care`, toast: { text: 'caseload:cadence.saved' } }
  })
}

export default function CadencePage() {
  const { t, format } = useText()
  const { id, number, agreements, inForce, defaults } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('caseload:cadence.title')}
      lead={t('caseload:cadence.lead')}
      up={{ to: `/candidates/${id}`, label: number }}
      actions={
        inForce && (
          <ActionButton action={`/candidates/${id}/cadence/ending`}>{t('caseload:cadence.end')}</ActionButton>
        )
      }
    >
      <Form defaultValue={defaults}>
        <div className="grid gap-5 sm:grid-cols-2">
          <Field name="minDays" type="number" min={0} max={365} label={t('caseload:cadence.min')} />
          <Field name="maxDays" type="number" min={1} max={365} label={t('caseload:cadence.max')} />
          <Field name="validFrom" type="date" label={t('caseload:cadence.from')} />
          <Field name="validUntil" type="date" label={t('caseload:cadence.until')} optional />
        </div>
        <Submit>{t('caseload:cadence.save')}</Submit>
      </Form>
      {agreements.length > 0 && (
        <div className="mt-8">
          <Section id="history" title={t('caseload:cadence.history')}>
            <ul className="space-y-2">
              {agreements.map((one) => (
                <li key={one.id}>
                  {t('caseload:cadence.gap', { min: one.minDays, max: one.maxDays })}{' '}
                  <span className="text-sm text-soft">
                    {[
                      `${format.day(one.validFrom)} – ${one.validUntil ? format.day(one.validUntil) : ''}`,
                      one.agreerName,
                      one.endedAt && t('caseload:cadence.ended', { day: format.moment(one.endedAt) }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        </div>
      )}
    </Page>
  )
}
