import { useText } from '~/texts/use-text'
import { Counts } from './counts'
import type { SurveyFigure } from './surveys.server'

const figures = [
  'sent',
  'opened',
  'answered',
  'refused',
  'waiting',
  'to_review',
  'needs',
] as const satisfies readonly SurveyFigure[]

/** To how many the survey went and what came of it; each figure opens at `to` when that is another page. */
export function SurveyFigures({ counts, to }: { counts: Record<SurveyFigure, number>; to?: string }) {
  const { t } = useText()
  return (
    <Counts
      counts={figures.map((key) => ({ key, label: t(`surveys:state.${key}`), count: counts[key], to }))}
    />
  )
}
