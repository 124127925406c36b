import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Page } from '~/ui/page'
import { findCampaign } from '../campaigns.server'
import { ScriptEditor } from '../script-editor'
import { ScriptForm } from '../script-form'
import { ScriptVersions } from '../script-versions'
import { changeScript, findScriptExample, listScriptVersions } from '../scripts.server'

export const meta = pageTitle('campaigns:script')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.read')
  const campaign = orNotFound(await findCampaign(db, viewer, idParam(params, 'campaignId')))
  const asked = new URL(request.url).searchParams
  const words = asked.get('company') ?? ''
  const [versions, example] = await Promise.all([
    listScriptVersions(db, campaign),
    findScriptExample(db, viewer, campaign, words),
  ])
  const shown = versions.find(({ number }) => String(number) === asked.get('version')) ?? versions[0] ?? null
  return {
    campaign: { id: campaign.id, name: campaign.name, projectName: campaign.projectName },
    versions,
    shown,
    latest: versions[0]?.number ?? 0,
    words,
    example: example && { ...example, sourceName: example.sourceName ?? campaign.sourceListName },
    callerName: viewer.name,
    mayWrite: may(viewer, 'campaigns.write'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const form = await parseForm(request, ScriptForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const campaign = orNotFound(await findCampaign(trx, viewer, idParam(params, 'campaignId')))
    if (!(await changeScript(trx, viewer, campaign, form.value)))
      return form.conflict('errors:changed_by_other')
    return { to: `/campaigns/${campaign.id}/script`, toast: { text: 'calls:script.saved' } }
  })
}

export default function Script() {
  const { t } = useText()
  const { campaign, versions, shown, latest, ...rest } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('campaigns:script')}
      lead={t('calls:script.lead')}
      up={{ to: `/campaigns/${campaign.id}`, label: campaign.name }}
    >
      <ScriptEditor
        key={`${shown?.number}/${latest}`}
        shown={shown}
        latest={latest}
        project={campaign.projectName}
        {...rest}
      />
      <ScriptVersions versions={versions} shown={shown?.number ?? null} />
    </Page>
  )
}
