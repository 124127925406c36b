import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Card } from '~/ui/page'
import type { CohortOutcomes, PublishedFigure } from './figures.server'

/** What became of the people of one cohort, and when each outcome was seen. */
export function CohortCard({ cohort }: { cohort: CohortOutcomes }) {
  const { t, format } = useText()
  const asOf = cohort.outcomes
    .map((outcome) => outcome.asOf)
    .sort()
    .at(-1)
  return (
    <Card>
      <h3 className="font-semibold">{cohort.name}</h3>
      <p className="mb-2 text-sm text-soft">
        {[
          cohort.projectName,
          cohort.groupLanguage && format.language(cohort.groupLanguage),
          t('outcomes:figures.persons', { count: cohort.persons ?? 0 }),
          asOf && t('outcomes:as_of', { day: format.day(asOf) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul>
        {cohort.outcomes.map((outcome) => (
          <li key={outcome.class} className="flex justify-between gap-4 border-t border-line py-1">
            <span>{t(`placements:class.${outcome.class}` as TextKey)}</span>
            <span className="font-semibold tabular-nums">{format.number(outcome.persons)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** A figure as somebody published it, with its definition and source. */
export function FigureCard({ figure }: { figure: PublishedFigure }) {
  const { t, format, language } = useText()
  return (
    <Card>
      <h3 className="font-semibold">{figure[`name_${language}`]}</h3>
      <p className="text-2xl font-semibold tabular-nums">
        <FigureValue figure={figure} />
        {figure.outOf !== null && (
          <span className="text-base font-normal text-soft"> / {format.number(figure.outOf)}</span>
        )}
        <span className="text-base font-normal text-soft">
          {' '}
          {t(`outcomes:unit.${figure.unit}` as TextKey)}
        </span>
      </p>
      {figure.planned !== null && (
        <p className="text-sm">{t('outcomes:figures.planned', { value: format.number(figure.planned) })}</p>
      )}
      <p className="mt-1 text-sm text-soft">{figure[`definition_${language}`]}</p>
      <p className="text-sm text-soft">
        {[
          figure.projectName,
          figure.asOf && t('outcomes:as_of', { day: format.day(figure.asOf) }),
          t('outcomes:figures.source', { source: figure.source }),
          figure.note,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </Card>
  )
}

function FigureValue({ figure }: { figure: PublishedFigure }) {
  const { t, format } = useText()
  if (figure.value === null) return <>{t('outcomes:qualifier.not_reported')}</>
  const value = format.number(figure.value)
  if (figure.qualifier === 'approx') return <>{t('outcomes:qualifier.approx', { value })}</>
  if (figure.qualifier === 'at_least') return <>{t('outcomes:qualifier.at_least', { value })}</>
  return <>{value}</>
}
