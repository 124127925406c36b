import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay, type Viewer } from '~/auth/viewer.server'
import { type Db, db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { Checkbox, Choices, Field, optionsOf, Select, TextArea } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { findCompany } from '../companies.server'
import { motives } from '../engagement'
import { EngagementForm } from '../engagement-form'
import { saveEngagement } from '../engagement-moves.server'
import { findEngagement, findRoundName } from '../engagements.server'
import { stages } from '../stage'

export const meta = pageTitle('companies:engagement.title')

async function findPlace(db: Db, viewer: Viewer, params: Record<string, string | undefined>) {
  const company = await findCompany(db, viewer, idParam(params, 'companyId'))
  const round = await findRoundName(db, idParam(params, 'roundId'))
  if (!company || !round) throw notFound()
  return { company: { id: company.id, name: company.name }, round }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const place = await findPlace(db, viewer, params)
  const engagement = await findEngagement(db, viewer, {
    companyId: place.company.id,
    roundId: place.round.id,
  })
  return { ...place, engagement: engagement ?? null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, EngagementForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const { company, round } = await findPlace(trx, viewer, params)
    const at = { companyId: company.id, roundId: round.id }
    const saved = await saveEngagement(trx, viewer, at, form.value)
    if (!saved) return form.conflict('errors:changed_by_other')
    return { to: `/companies/${company.id}`, toast: { text: 'companies:engagement.saved' } }
  })
}

export default function Engagement() {
  const { t } = useText()
  const { company, round, engagement } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('companies:engagement.title')}
      lead={round.name}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      defaultValue={{
        stage: engagement?.stage ?? 'identified',
        returningPartner: engagement?.returningPartner ? 'on' : undefined,
        motives: engagement?.motives,
        promised: engagement?.promised,
        nextAction: engagement?.nextAction,
        nextActionOn: engagement?.nextActionOn,
        reason: engagement?.reason,
      }}
      submit={t('ui:save')}
    >
      {engagement && <HiddenField name="version" value={engagement.version} />}
      <Select
        name="stage"
        label={t('companies:stage')}
        hint={t('companies:engagement.stage_hint')}
        options={optionsOf(stages, (stage) => t(`companies:stages.${stage}`))}
      />
      <Checkbox
        name="returningPartner"
        label={t('companies:returning_partner')}
        hint={t('companies:engagement.returning_hint')}
      />
      <Choices
        name="motives"
        type="checkbox"
        optional
        label={t('companies:engagement.motives_label')}
        options={optionsOf(motives, (motive) => t(`companies:engagement.motives.${motive}`))}
      />
      <TextArea
        name="promised"
        label={t('companies:engagement.promised')}
        hint={t('companies:engagement.promised_hint')}
        optional
        rows={3}
      />
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <Field name="nextAction" label={t('companies:engagement.next_action')} optional />
        <Field name="nextActionOn" type="date" label={t('companies:engagement.next_action_on')} optional />
      </div>
      <TextArea
        name="reason"
        label={t('ui:reason')}
        hint={t('companies:engagement.reason_hint')}
        optional
        rows={2}
      />
    </FormPage>
  )
}
