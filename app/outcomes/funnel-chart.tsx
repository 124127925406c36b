import { Link } from '@remix-run/react'
import { scaleLinear } from 'd3-scale'
import { useText } from '~/texts/use-text'
import { FUNNEL_STEPS, type FunnelStep, UNIT } from './funnel'

/** The funnel as a table whose bars are drawn: each number is a link to the rows it counts. */
export function FunnelChart({ base, counts }: { base: string; counts: Record<FunnelStep, number> }) {
  const { t, format } = useText()
  const width = scaleLinear([0, Math.max(1, ...FUNNEL_STEPS.map((step) => counts[step]))], [0, 100])
  return (
    <table className="w-full">
      <caption className="sr-only">{t('outcomes:funnel.title')}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('outcomes:funnel.step')}</th>
          <th scope="col">{t('outcomes:funnel.count')}</th>
        </tr>
      </thead>
      <tbody>
        {FUNNEL_STEPS.map((step) => (
          <tr key={step} className="border-b border-line last:border-b-0">
            <th scope="row" className="py-2 pr-4 text-left align-top font-normal">
              <span className="font-medium">{t(`outcomes:step.${step}`)}</span>
              <span className="block text-sm text-soft">{t(`outcomes:definition.${step}`)}</span>
              <svg
                role="presentation"
                viewBox="0 0 100 3"
                preserveAspectRatio="none"
                className="mt-1 h-2 w-full"
              >
                <rect width="100" height="3" className="fill-paper" />
                <rect width={width(counts[step])} height="3" className="fill-bridge" />
              </svg>
            </th>
            <td className="py-2 text-right align-top whitespace-nowrap">
              <Link className="link text-2xl font-semibold tabular-nums" to={`${base}/${step}`}>
                {format.number(counts[step])}
                <span className="sr-only">: {t(`outcomes:step.${step}`)}</span>
              </Link>
              <span className="block text-sm text-soft">{t(`outcomes:unit.${UNIT[step]}`)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
