import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { Role } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import type { TextKey } from '~/texts/text-keys'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Section } from '~/ui/page'
import { listReadings } from '../own-data.server'
import { OwnPage } from '../own-page'
import { listViews } from '../own-presentations.server'
import { ownCandidateId } from '../own-session.server'
import { isReadingInWords } from '../reading'

export const meta = pageTitle('person:reading.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const candidateId = ownCandidateId(viewer)
  const [readings, views] = await Promise.all([
    listReadings(db, candidateId),
    listViews(db, candidateId, null),
  ])
  return {
    readings: readings.map((reading) => ({
      ...reading,
      what: isReadingInWords(reading.what) ? reading.what : 'other',
      role: reading.roles[0] as Role,
    })),
    views,
  }
}

export default function OwnReadings() {
  const { t, format } = useText()
  const { readings, views } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t('person:reading.title')}
      lead={t('person:reading.lead')}
      up={{ to: '/own', label: t('person:title') }}
    >
      <Section id="employers" title={t('person:reading.employers')}>
        {views.length === 0 ? (
          <p className="text-soft">{t('person:reading.no_employers')}</p>
        ) : (
          <ul className="divide-y divide-line rounded-lg border border-line bg-card">
            {views.map((view) => (
              <li key={`${view.presentationId}-${view.at.toISOString()}`} className="px-4 py-2">
                {view.name}, {view.companyName}
                <p className="text-base text-soft">
                  {format.moment(view.at)} ·{' '}
                  {t(view.what === 'cv' ? 'presentations:viewed_cv' : 'presentations:viewed_profile')}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="house" title={t('person:reading.house')}>
        {readings.length === 0 ? (
          <p className="text-soft">{t('person:reading.nobody')}</p>
        ) : (
          <ul className="divide-y divide-line rounded-lg border border-line bg-card">
            {readings.map((reading) => (
              <li key={reading.id} className="px-4 py-2">
                {reading.name}, {t(`auth:roles.${reading.role}`).toLowerCase()}
                {reading.organisation && ` (${reading.organisation})`}
                <p className="text-base text-soft">
                  {format.moment(reading.at)} · {t(`person:reading.what.${reading.what}` as TextKey)}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </OwnPage>
  )
}
