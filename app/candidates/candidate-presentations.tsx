import { Link } from '@remix-run/react'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Badge, Notice } from '~/ui/page'
import type { CandidatePresentation } from './candidate-presentations.server'

/** To whom the person has been presented; each line leads to what was shown and answered. */
export function CandidatePresentations({ presentations }: { presentations: CandidatePresentation[] }) {
  const { t, format } = useText()
  if (presentations.length === 0) return <p className="text-soft">{t('candidates:no_presentations')}</p>
  const [latest] = presentations
  return (
    <>
      {presentations.some(({ isHidden }) => isHidden) && (
        <Notice tone="warn" title={t('candidates:hidden.title')}>
          {t('candidates:hidden.lead')}
        </Notice>
      )}
      {latest && (
        <p className="mb-2 text-sm text-soft">
          {t('turns:shown', { count: presentations.length, moment: format.moment(latest.sentAt) })}
        </p>
      )}
      <ul className="divide-y divide-line rounded-lg border border-line bg-card">
        {presentations.map((presentation) => (
          <li key={presentation.id} className="px-4 py-3">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link className="link font-medium" to={`/presentations/${presentation.id}`}>
                {presentation.companyName}
              </Link>
              {presentation.isHidden && <Badge tone="warn">{t('candidates:hidden.badge')}</Badge>}
              {presentation.answer && (
                <Badge>{t(`presentations:answer.${presentation.answer}` as TextKey)}</Badge>
              )}
              <span className="text-sm text-soft">
                {[format.moment(presentation.sentAt), presentation.needTitle].filter(Boolean).join(' · ')}
              </span>
            </p>
            {presentation.released && <p className="mt-1">{presentation.released}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}
