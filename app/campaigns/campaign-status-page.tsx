import { useText } from '~/texts/use-text'
import type { Look } from '~/ui/button'
import { FormPage } from '~/ui/form-page'

const VERBS = { running: 'start', paused: 'pause', closed: 'close' } as const

/** The page that starts, pauses or closes a campaign: what that means, and the one button. */
export function CampaignStatusPage({
  status,
  campaign,
  look,
}: {
  status: keyof typeof VERBS
  campaign: { id: string; name: string }
  look?: Look
}) {
  const { t } = useText()
  return (
    <FormPage
      title={t(`campaigns:${VERBS[status]}`)}
      up={{ to: `/campaigns/${campaign.id}`, label: campaign.name }}
      note={t(`campaigns:confirm.${status}`)}
      submit={t(`campaigns:${VERBS[status]}`)}
      look={look}
    />
  )
}
