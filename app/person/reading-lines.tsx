import type { Role } from '~/auth/permissions'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'

type View = { presentationId: string; at: Date; what: string; name: string; companyName: string }

/** Who at an employer looked at what, and when. */
export function ViewLines({ views }: { views: View[] }) {
  const { t, format } = useText()
  return (
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
  )
}

type Reading = { id: string; at: Date; what: string; name: string; role: Role; organisation: string | null }

/** Who of the house looked at what, and when. */
export function ReadingLines({ readings }: { readings: Reading[] }) {
  const { t, format } = useText()
  return (
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
  )
}
