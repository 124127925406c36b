import { Link } from '@remix-run/react'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Facts } from '~/ui/page'
import { profileReference } from './presentation'
import type { listPresentationViews, Presentation } from './presentations.server'

/** Whom, to whom, for which need, how much and until when. */
export function PresentationFacts({ presentation }: { presentation: Presentation }) {
  const { t, format } = useText()
  return (
    <Facts
      facts={[
        {
          label: t('presentations:column.candidate'),
          value: (
            <Link className="link" to={`/candidates/${presentation.candidateId}`}>
              {presentation.name ? `${presentation.name} (${presentation.number})` : presentation.number}
            </Link>
          ),
        },
        {
          label: t('presentations:column.company'),
          value: (
            <Link className="link" to={`/companies/${presentation.companyId}`}>
              {presentation.companyName}
            </Link>
          ),
        },
        {
          label: t('presentations:column.need'),
          value: presentation.needId && (
            <Link className="link" to={`/needs/${presentation.needId}`}>
              {presentation.needTitle}
            </Link>
          ),
        },
        {
          label: t('presentations:field.tier'),
          value: t(`consents:tier.${presentation.tier}` as TextKey),
        },
        { label: t('presentations:reference'), value: profileReference(presentation.id) },
        {
          label: t('presentations:column.sent'),
          value: [format.moment(presentation.sentAt), presentation.senderName].filter(Boolean).join(', '),
        },
        { label: t('presentations:column.expires'), value: format.day(presentation.expiresOn) },
        { label: t('presentations:field.message'), value: presentation.message },
        {
          label: t('lists:open'),
          value: presentation.hasList && (
            <Link className="link" to={`/presentations/${presentation.id}/list`}>
              {t('lists:one.from_presentation')}
            </Link>
          ),
        },
      ]}
    />
  )
}

type View = Awaited<ReturnType<typeof listPresentationViews>>[number]

/** Who at the employer looked at what, and when. */
export function PresentationViews({ views }: { views: View[] }) {
  const { t, format } = useText()
  if (views.length === 0) return <p className="text-soft">{t('presentations:not_viewed')}</p>
  return (
    <ul className="space-y-1">
      {views.map((view) => (
        <li key={`${view.what}-${view.at.toISOString()}`}>
          {format.moment(view.at)}: {view.name},{' '}
          {t(view.what === 'cv' ? 'presentations:viewed_cv' : 'presentations:viewed_profile')}
        </li>
      ))}
    </ul>
  )
}
