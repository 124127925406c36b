import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Card } from '~/ui/page'
import type { CallerRow } from './callers.server'
import { type CampaignStatus, nextStatuses } from './campaign'
import { CampaignStatusBadge } from './campaign-status'
import type { Campaign } from './campaigns.server'

/** Where the campaign is on its way from a list to calls, and what can be done next. */
export function CampaignSteps({
  campaign,
  decisions,
  callers,
  mayWrite,
}: {
  campaign: Campaign
  decisions: { undecided: number; included: number }
  callers: CallerRow[]
  mayWrite: boolean
}) {
  const { t, format } = useText()
  const status = campaign.status as CampaignStatus
  const active = callers.filter(({ removedAt }) => !removedAt).length
  const approved = campaign.listApprovedAt
    ? t('campaigns:approved_by', {
        when: format.moment(campaign.listApprovedAt),
        who: campaign.listApprovedBy ?? '',
      })
    : null
  const base = `/campaigns/${campaign.id}`
  return (
    <Card className="mb-8">
      <ol className="grid gap-4 md:grid-cols-4">
        <Step number={1} title={t('campaigns:step.list')} done={approved !== null}>
          {approved ? (
            <p className="text-sm text-soft">
              {t('campaigns:included_count', { count: decisions.included })}
            </p>
          ) : (
            <ButtonLink
              to={`${base}/list?state=undecided`}
              look={decisions.undecided ? 'primary' : 'secondary'}
            >
              {t('campaigns:decide', { count: decisions.undecided })}
            </ButtonLink>
          )}
        </Step>
        <Step number={2} title={t('campaigns:step.approval')} done={approved !== null}>
          {approved && <p className="text-sm text-soft">{approved}</p>}
          {!approved && mayWrite && status === 'list_building' && (
            <ButtonLink to={`${base}/approval`} look={decisions.undecided ? 'secondary' : 'primary'}>
              {t('campaigns:approve')}
            </ButtonLink>
          )}
          {status !== 'closed' && <LinkToOrder base={base} />}
        </Step>
        <Step number={3} title={t('campaigns:step.callers')} done={active > 0}>
          <p className="mb-2 text-sm text-soft">{t('campaigns:callers_count', { count: active })}</p>
          {mayWrite && active === 0 && status !== 'closed' && (
            <ButtonLink to={`${base}/callers`} look={approved ? 'primary' : 'secondary'}>
              {t('campaigns:assign_callers')}
            </ButtonLink>
          )}
        </Step>
        <Step number={4} title={t('campaigns:step.calls')} done={status === 'closed'}>
          <p className="mb-2">
            <CampaignStatusBadge status={status} />
          </p>
          {mayWrite && <CallingMoves base={base} status={status} hasCallers={active > 0} />}
        </Step>
      </ol>
    </Card>
  )
}

function LinkToOrder({ base }: { base: string }) {
  const { t } = useText()
  return (
    <p className="mt-2 text-sm">
      <Link className="link inline-flex min-h-6 items-center" to={`${base}/order`}>
        {t('prospects:order.title')}
      </Link>
    </p>
  )
}

/** The buttons that start, pause and close the calling, as far as the campaign stands. */
function CallingMoves({
  base,
  status,
  hasCallers,
}: {
  base: string
  status: CampaignStatus
  hasCallers: boolean
}) {
  const { t } = useText()
  const may = nextStatuses[status]
  return (
    <div className="flex flex-wrap gap-2">
      {may.includes('running') && hasCallers && (
        <ActionButton action={`${base}/start`} look="primary">
          {t(status === 'paused' ? 'campaigns:continue' : 'campaigns:start')}
        </ActionButton>
      )}
      {may.includes('paused') && <ActionButton action={`${base}/pause`}>{t('campaigns:pause')}</ActionButton>}
      {may.includes('closed') && (
        <ButtonLink to={`${base}/closing`} look="quiet">
          {t('campaigns:close')}
        </ButtonLink>
      )}
    </div>
  )
}

function Step({
  number,
  title,
  done,
  children,
}: {
  number: number
  title: string
  done: boolean
  children: ReactNode
}) {
  const { t } = useText()
  return (
    <li>
      <p className="mb-2 flex items-center gap-2 font-semibold">
        <span
          aria-hidden="true"
          className={`inline-flex size-7 shrink-0 items-center justify-center rounded-full border text-sm ${done ? 'border-good bg-good-pale text-good' : 'border-control'}`}
        >
          {done ? '✓' : number}
        </span>
        {title}
        {done && <span className="sr-only"> ({t('campaigns:step.done')})</span>}
      </p>
      {children}
    </li>
  )
}
