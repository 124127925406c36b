import { Link } from '@remix-run/react'
import { isOpen } from '~/presentations/presentation'
import { useText } from '~/texts/use-text'
import { Badge } from '~/ui/page'
import type { OwnPresentation } from './own-presentations.server'

/** How a presentation stands in the person's words: sent, seen, answered, or shown no more. */
export function PresentationState({
  presentation,
}: {
  presentation: Pick<OwnPresentation, 'standing' | 'answer' | 'lastViewed'>
}) {
  const { t } = useText()
  const { standing, answer, lastViewed } = presentation
  return (
    <>
      {answer ? (
        <Badge tone={answer === 'interested' ? 'good' : 'plain'}>
          {t(`person:answer.${answer as 'interested' | 'not_now' | 'tell_me_more'}`)}
        </Badge>
      ) : (
        <Badge tone={lastViewed ? 'info' : 'plain'}>
          {t(lastViewed ? 'person:seen' : 'person:not_seen')}
        </Badge>
      )}{' '}
      {!isOpen(standing) && <Badge>{t('person:no_longer_shown')}</Badge>}
    </>
  )
}

export function PresentationLines({ presentations }: { presentations: OwnPresentation[] }) {
  const { t, format } = useText()
  if (presentations.length === 0) return <p className="text-soft">{t('person:never_shown')}</p>
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {presentations.map((presentation) => (
        <li key={presentation.id} className="px-4 py-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link className="link font-medium" to={`/own/presentations/${presentation.id}`}>
              {presentation.companyName}
            </Link>
            <span>
              <PresentationState presentation={presentation} />
            </span>
          </p>
          <p className="text-base text-soft">
            {[presentation.needTitle, t('person:sent_at', { moment: format.moment(presentation.sentAt) })]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {presentation.released && <p className="mt-1">{presentation.released}</p>}
        </li>
      ))}
    </ul>
  )
}
