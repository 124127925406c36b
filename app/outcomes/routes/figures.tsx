import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import type { TextKey } from '~/texts/text-keys'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Card, EmptyState, Page, Section } from '~/ui/page'
import {
  type CohortOutcomes,
  listCohortOutcomes,
  listPublishedFigures,
  type PublishedFigure,
} from '../figures.server'

export const meta = pageTitle('outcomes:figures.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'outcomes.read')
  const [cohorts, published] = await Promise.all([
    listCohortOutcomes(db, viewer),
    listPublishedFigures(db, viewer),
  ])
  return { cohorts, published }
}

/** Figures counted from rows beside figures as somebody published them; each says what it means and until when. */
export default function Figures() {
  const { t } = useText()
  const { cohorts, published } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('outcomes:figures.title')}
      lead={t('outcomes:figures.lead')}
      up={{ to: '/outcomes', label: t('outcomes:title') }}
    >
      {cohorts.length === 0 && published.length === 0 && <EmptyState title={t('ui:nothing_here')} />}
      {cohorts.length > 0 && (
        <Section id="cohorts" title={t('outcomes:figures.cohorts')}>
          <p className="mb-3 text-soft">{t('outcomes:figures.cohorts_definition')}</p>
          <div className="grid gap-4 md:grid-cols-2">
            {cohorts.map((cohort) => (
              <CohortCard key={cohort.id} cohort={cohort} />
            ))}
          </div>
        </Section>
      )}
      {published.length > 0 && (
        <Section id="published" title={t('outcomes:figures.published')}>
          <p className="mb-3 text-soft">{t('outcomes:figures.published_definition')}</p>
          <div className="grid gap-4 md:grid-cols-2">
            {published.map((figure) => (
              <FigureCard key={figure.id} figure={figure} />
            ))}
          </div>
        </Section>
      )}
    </Page>
  )
}

function CohortCard({ cohort }: { cohort: CohortOutcomes }) {
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

function FigureCard({ figure }: { figure: PublishedFigure }) {
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
