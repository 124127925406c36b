import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { localTimeOf } from '~/platform/dates'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import type { CompanyOverview } from '../company-overview.server'
import type { Dossier } from './dossier.server'

const hasAnswers = (call: CompanyOverview['calls'][number]) =>
  call.answers.length > 0 || call.skillsNeeded.length > 0

/** The latest call in which questions were answered, else the latest, and the latest answer to a profile. */
export function LastAnswer({ overview }: { overview: CompanyOverview }) {
  const { t, format } = useText()
  const call = overview.calls.find(hasAnswers) ?? overview.calls[0]
  const answered = overview.presentations?.find(({ answer }) => answer)
  if (!call && !answered) return t('dealings:brief.not_asked')
  return (
    <Lines>
      {call && (
        <li>
          {t(`calls:outcome.${call.outcome}` as TextKey)}
          {call.endedAt && ` · ${format.moment(call.endedAt)}`}
          {call.note && <q className="block text-soft">{call.note}</q>}
        </li>
      )}
      {call && call.skillsNeeded.length > 0 && (
        <li>
          {t('campaigns:skills_needed')}: {call.skillsNeeded.join(', ')}
        </li>
      )}
      {call?.answers.map(({ question, answer }, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a script may ask one question twice, and the list stays as it is.
        <li key={number}>
          {question} <q>{answer}</q>
        </li>
      ))}
      {answered && (
        <li>
          {answered.candidateNumber}: {t(`presentations:answer.${answered.answer}` as TextKey)} ·{' '}
          {answered.contactName}
        </li>
      )}
    </Lines>
  )
}

/** Meetings from `today` on, a calendar day, and how much else is open. */
export function GoingOn({
  dossier,
  overview,
  today,
}: {
  dossier: Dossier
  overview: CompanyOverview
  today: string
}) {
  const { t, format } = useText()
  const coming = (overview.meetings ?? [])
    .filter(({ status, startsAt }) => status === 'planned' && localTimeOf(startsAt) >= today)
    .reverse()
  const openNeeds = overview.needs?.filter(({ status }) => status === 'open').slice(0, 2) ?? []
  const counts = [
    dossier.openNeeds && t('dealings:brief.open_needs', { count: dossier.openNeeds }),
    dossier.openPresentations && t('dealings:brief.open_presentations', { count: dossier.openPresentations }),
    dossier.runningPlacements && t('dealings:brief.running_placements', { count: dossier.runningPlacements }),
  ].filter(Boolean)
  if (counts.length + coming.length === 0) return t('dealings:brief.nothing_going_on')
  return (
    <>
      {coming.length > 0 && (
        <Lines>
          {coming.map(({ id, startsAt }) => (
            <li key={id}>
              <Link className="link" to={`/meetings/${id}`}>
                {t('dealings:channels.meeting')} {format.moment(startsAt)}
              </Link>
            </li>
          ))}
        </Lines>
      )}
      {counts.join(' · ')}
      {openNeeds.length > 0 && (
        <Lines>
          {openNeeds.map(({ id, title }) => (
            <li key={id}>
              <Link className="link" to={`/needs/${id}`}>
                {title}
              </Link>
            </li>
          ))}
        </Lines>
      )}
    </>
  )
}

export function Lines({ children }: { children: ReactNode }) {
  return <ul className="space-y-1">{children}</ul>
}
