import { useText } from '~/texts/use-text'
import { callOutcomes } from './call-outcome'
import type { countCampaign } from './campaign-counts.server'
import { Counts } from './counts'

type Figures = Awaited<ReturnType<typeof countCampaign>>

/** What has come of the calls so far, in companies; each figure opens the calls behind it, below `base`. */
export function CampaignOutcomes({
  base,
  companies,
  outcomes,
}: Pick<Figures, 'companies' | 'outcomes'> & { base: string }) {
  const { t } = useText()
  return (
    <>
      <Counts
        counts={[
          {
            key: 'called',
            label: t('campaigns:companies_called'),
            count: companies.called,
            to: `${base}/calls`,
          },
          {
            key: 'reached',
            label: t('campaigns:companies_reached'),
            count: companies.reached,
            to: `${base}/calls?outcome=reached`,
          },
          {
            key: 'positive',
            label: t('campaigns:companies_positive'),
            count: companies.positive,
            to: `${base}/calls?outcome=positive`,
          },
        ]}
      />
      <h3 className="mt-5 mb-3 font-semibold">{t('campaigns:by_outcome')}</h3>
      <Counts
        counts={callOutcomes.flatMap((outcome) => {
          const found = outcomes.find((row) => row.outcome === outcome)
          if (!found) return []
          return {
            key: outcome,
            label: t(`calls:outcome.${outcome}`),
            count: found.companies,
            hint: t('campaigns:calls_count', { count: found.calls }),
            to: `${base}/calls?outcome=${outcome}`,
          }
        })}
        empty={t('campaigns:no_outcomes')}
      />
    </>
  )
}
