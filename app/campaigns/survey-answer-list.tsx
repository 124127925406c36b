import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Badge } from '~/ui/page'
import type { listSurveyAnswers } from './surveys.server'

type Answer = Awaited<ReturnType<typeof listSurveyAnswers>>[number]

/** Which companies answered, when, and whose answer somebody has looked at. */
export function SurveyAnswerList({ answers }: { answers: Answer[] }) {
  const { t, format } = useText()
  if (answers.length === 0) return <p className="text-soft">{t('surveys:no_answers')}</p>
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {answers.map((answer) => (
        <li key={answer.id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
          <Link className="link" to={`/survey-answers/${answer.id}`}>
            {answer.companyName}
          </Link>
          <span className="text-sm text-soft">
            {answer.answeredAt && format.moment(answer.answeredAt)}{' '}
            <Badge tone={answer.reviewedAt ? 'good' : 'warn'}>
              {t(answer.reviewedAt ? 'surveys:reviewed' : 'surveys:to_review')}
            </Badge>
          </span>
        </li>
      ))}
    </ul>
  )
}
