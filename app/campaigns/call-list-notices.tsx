import { useText } from '~/texts/use-text'
import { ActionButton } from '~/ui/form'
import { Notice } from '~/ui/page'
import type { Campaign } from './campaigns.server'

/** Who approved the list, or how many companies came to the source list since and wait to be taken up. */
export function CallListNotices({
  campaign,
  waiting,
}: {
  campaign: Pick<Campaign, 'id' | 'listApprovedAt' | 'listApprovedBy'>
  waiting: number
}) {
  const { t, format } = useText()
  return (
    <>
      {campaign.listApprovedAt && (
        <Notice title={t('campaigns:frozen')}>
          {t('campaigns:approved_by', {
            when: format.moment(campaign.listApprovedAt),
            who: campaign.listApprovedBy ?? '',
          })}
        </Notice>
      )}
      {waiting > 0 && (
        <Notice title={t('campaigns:waiting_on_list', { count: waiting })}>
          <ActionButton action={`/campaigns/${campaign.id}/list/additions`}>
            {t('campaigns:take_up')}
          </ActionButton>
        </Notice>
      )}
    </>
  )
}
