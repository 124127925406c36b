import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Select } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { EmptyState, Page } from '~/ui/page'
import { campaignChoices } from '../campaign-choices.server'
import { CampaignFields } from '../campaign-fields'
import { CampaignForm } from '../campaign-form'
import { addCampaign } from '../campaigns.server'

export const meta = pageTitle('campaigns:add')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'campaigns.write')
  const { sourceLists, rounds } = await campaignChoices(db)
  const wanted = new URL(request.url).searchParams.get('list')
  const chosen = sourceLists.find(({ id }) => id === wanted) ?? sourceLists[0]
  return { sourceLists, rounds, chosen: chosen ?? null }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const form = await parseForm(request, CampaignForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const { sourceLists, rounds } = await campaignChoices(trx)
    const sourceList = sourceLists.find(({ id }) => id === form.value.sourceListId)
    if (!sourceList) return form.refuse({ sourceListId: ['errors:choice'] })
    if (!sourceList.companies) return form.refuse({ sourceListId: ['campaigns:error.empty_list'] })
    if (!rounds.some(({ id }) => id === form.value.roundId))
      return form.refuse({ roundId: ['errors:choice'] })
    const campaignId = await addCampaign(trx, viewer, form.value)
    return { to: `/campaigns/${campaignId}/list`, toast: { text: 'campaigns:added' } }
  })
}

export default function NewCampaign() {
  const { t } = useText()
  const { sourceLists, rounds, chosen } = useLoaderData<typeof loader>()
  const up = { to: '/campaigns', label: t('campaigns:title') }
  if (!chosen || rounds.length === 0)
    return (
      <Page title={t('campaigns:add')} up={up} narrow>
        <EmptyState
          title={t(chosen ? 'campaigns:needs_round' : 'campaigns:needs_list')}
          action={
            chosen ? (
              <ButtonLink to="/rounds/new">{t('rounds:add')}</ButtonLink>
            ) : (
              <ButtonLink to="/source-lists/new">{t('campaigns:add_list')}</ButtonLink>
            )
          }
        />
      </Page>
    )
  return (
    <FormPage
      title={t('campaigns:add')}
      up={up}
      defaultValue={{
        sourceListId: chosen.id,
        roundId: chosen.roundId ?? rounds[0]?.id,
        kind: 'cold_call',
        maxAttempts: 4,
        retryHours: 20,
        leaseMinutes: 30,
      }}
      submit={t('campaigns:save_and_decide')}
    >
      <Select
        name="sourceListId"
        label={t('campaigns:source_list')}
        hint={t('campaigns:source_list_hint')}
        options={sourceLists.map(({ id, name, companies }) => ({
          value: id,
          label: t('campaigns:list_choice', { name, count: companies ?? 0 }),
        }))}
      />
      <Select
        name="roundId"
        label={t('rounds:one')}
        options={rounds.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <CampaignFields />
    </FormPage>
  )
}
