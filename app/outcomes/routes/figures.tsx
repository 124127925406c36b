import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { EmptyState, Page, Section } from '~/ui/page'
import { CohortCard, FigureCard } from '../figure-cards'
import { listCohortOutcomes, listPublishedFigures } from '../figures.server'

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
