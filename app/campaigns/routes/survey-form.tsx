import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useParams } from '@remix-run/react'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Notice, Page } from '~/ui/page'
import { SurveyAnswerForm } from '../survey'
import { findSurveyByLink, keepAnswers, noteOpening, readAnswers } from '../survey-answers.server'
import { tellAsker } from '../survey-asker'
import { SurveyQuestionField } from '../survey-fields'

export const meta = pageTitle('surveys:form_title')

const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }

/** Public: who has the personal link answers for their company, and sees nothing but their own answer. */
export async function loader({ params }: LoaderFunctionArgs) {
  const recipient = orNotFound(await findSurveyByLink(db, params.token ?? ''))
  const { sender, project, source, closed, companyName, questions, closesOn, answeredAt } = recipient
  const refused = recipient.refusedAt !== null
  const asker = { sender, project, source }
  const empty = { closed, refused, companyName: '', questions: [], closesOn, answered: false, answers: {} }
  if (closed || refused) return data({ ...empty, asker }, { status: closed ? 410 : 200, headers })
  await noteOpening(db, recipient)
  const given = await readAnswers(db, recipient)
  const answers = Object.fromEntries(
    Object.entries(given).map(([question, words]) => [question, words.join(', ')]),
  )
  return data(
    { ...empty, asker, companyName, questions, answered: answeredAt !== null, answers },
    { headers },
  )
}

/** Public: as the form. */
export async function action({ request, params }: ActionFunctionArgs) {
  const form = await parseForm(request, SurveyAnswerForm)
  if (!form.ok) return form.reply
  return submitOnce(form, null, async (trx) => {
    const recipient = orNotFound(await findSurveyByLink(trx, params.token ?? ''))
    if (recipient.closed) return form.conflict('surveys:rule_closed')
    if (recipient.refusedAt) return form.conflict('surveys:refused')
    const [first = ''] = recipient.questions
    if (!(await keepAnswers(trx, recipient, form.value)))
      return form.refuse({ [first]: ['surveys:rule_empty'] })
    return { to: `/survey/${params.token}` }
  })
}

export default function SurveyToAnswer() {
  const { t, format } = useText()
  const { token } = useParams()
  const { closed, refused, asker, companyName, questions, closesOn, answered, answers } =
    useLoaderData<typeof loader>()
  return (
    <Page narrow title={t('surveys:form_title')} lead={companyName}>
      {closed || refused ? (
        <p>{t(refused ? 'surveys:refused' : 'surveys:closed')}</p>
      ) : (
        <>
          {answered && <Notice tone="good">{t('surveys:thanks', { until: format.day(closesOn) })}</Notice>}
          <p className="mb-4 text-soft">{tellAsker(t, asker)}</p>
          <Form defaultValue={answers}>
            {questions.map((question) => (
              <SurveyQuestionField key={question} question={question} />
            ))}
            <Submit>{t(answered ? 'surveys:change' : 'surveys:answer')}</Submit>
          </Form>
          <p className="mt-6">
            <Link className="link" to={`/survey/${token}/refusal`}>
              {t('surveys:refuse_title')}
            </Link>
          </p>
        </>
      )}
    </Page>
  )
}
