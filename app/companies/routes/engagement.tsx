import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay, type Viewer } from '~/auth/viewer.server'
import { type Db, db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { FormPage } from '~/ui/form-page'
import { findCompany } from '../companies.server'
import { EngagementFields } from '../engagement-fields'
import { EngagementForm } from '../engagement-form'
import { saveEngagement } from '../engagement-moves.server'
import { findEngagement, findRoundName } from '../engagements.server'

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
      <EngagementFields />
    </FormPage>
  )
}
