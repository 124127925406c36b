import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Card } from '~/ui/page'
import type { countAnswers } from './need-presentations.server'

/** What can be done with a need as it stands. */
export function NeedActions({
  need,
  mayMatch,
  mayWrite,
}: {
  need: { id: string; status: string }
  mayMatch: boolean
  mayWrite: boolean
}) {
  const { t } = useText()
  const base = `/needs/${need.id}`
  const isOpen = need.status === 'open'
  return (
    <>
      {mayMatch && isOpen && (
        <ButtonLink look="primary" to={`${base}/matches`}>
          {t('needs:show_matches')}
        </ButtonLink>
      )}
      {mayWrite && <ButtonLink to={`${base}/edit`}>{t('ui:edit')}</ButtonLink>}
      {mayWrite &&
        (isOpen ? (
          <ButtonLink to={`${base}/ending`}>{t('needs:end')}</ButtonLink>
        ) : (
          <ButtonLink to={`${base}/reopening`}>{t('needs:reopen')}</ButtonLink>
        ))}
    </>
  )
}

/** How many were shown to the employer for a need, and how many of them were answered. */
export function NeedAnswers({
  needId,
  answers,
}: {
  needId: string
  answers: Awaited<ReturnType<typeof countAnswers>>
}) {
  const { t } = useText()
  return (
    <Card>
      <p>
        {answers.shown === 0
          ? t('needs:nobody_presented')
          : t('needs:answers', {
              count: answers.shown,
              answered: answers.answered,
              interested: answers.interested,
            })}
      </p>
      {answers.shown > 0 && (
        <Link className="link" to={`/presentations?need=${needId}`}>
          {t('needs:open_presentations')}
        </Link>
      )}
    </Card>
  )
}
