import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Card } from '~/ui/page'
import { AnswerBadge } from './presentation-badges'
import type { Presentation } from './presentations.server'

/** What the employer answered, in the employer's words for staff, and what was passed on to the person. */
export function EmployerAnswer({
  presentation,
  mayWrite,
}: {
  presentation: Presentation
  mayWrite: boolean
}) {
  const { t, format } = useText()
  if (!presentation.answer) return <p className="text-soft">{t('presentations:no_answer')}</p>
  return (
    <Card>
      <p className="flex flex-wrap items-center gap-2">
        <AnswerBadge answer={presentation.answer} />
        {presentation.answeredAt && (
          <span className="text-sm text-soft">{format.moment(presentation.answeredAt)}</span>
        )}
      </p>
      {presentation.answerReasons.length > 0 && (
        <p className="mt-2">
          {format.list(
            presentation.answerReasons.map((reason) => t(`presentations:reason.${reason}` as TextKey)),
          )}
        </p>
      )}
      {presentation.answerComment && (
        <>
          <blockquote className="mt-2 border-l-4 border-line pl-3 whitespace-pre-line">
            {presentation.answerComment}
          </blockquote>
          <p className="mt-1 text-sm text-soft">{t('presentations:raw_comment')}</p>
        </>
      )}
      {presentation.releasedComment && presentation.releasedAt && (
        <div className="mt-4">
          <p className="text-sm text-soft">
            {t('presentations:released', { moment: format.moment(presentation.releasedAt) })}
          </p>
          <p className="whitespace-pre-line">{presentation.releasedComment}</p>
        </div>
      )}
      {mayWrite && (
        <p className="mt-4">
          <ButtonLink to={`/presentations/${presentation.id}/release`}>
            {t(presentation.releasedComment ? 'presentations:release_again' : 'presentations:release')}
          </ButtonLink>
        </p>
      )}
    </Card>
  )
}
