import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { OnlineAnswerForm } from '~/candidates/consent'
import { answerOnline, findOpenQuestion } from '~/candidates/consent-questions.server'
import { currentConsentTexts } from '~/candidates/consents.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { AnswerForm } from '../answer-form'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('person:question.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const at = { candidateId: ownCandidateId(viewer), questionId: idParam(params, 'questionId') }
  const [question, texts] = await Promise.all([findOpenQuestion(db, at), currentConsentTexts(db)])
  const text = texts.find(({ tier }) => tier === question?.tier)
  if (!question || !text) throw notFound()
  return {
    text: text[viewer.language],
    tier: question.tier,
    because: question.because,
    asker: question.askerName,
    about: {
      to: question.companyName ?? question.roundName,
      item: question.item,
      purpose: question.purpose,
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const at = { candidateId: ownCandidateId(viewer), questionId: idParam(params, 'questionId') }
  const question = orNotFound(await findOpenQuestion(db, at))

  const form = await parseForm(request, OnlineAnswerForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    await answerOnline(trx, viewer, at.candidateId, question, form.value)
    return { to: '/own', toast: { text: `person:question.saved_${form.value.answer}` } }
  })
}

export default function Question() {
  const { t } = useText()
  const { text, tier, because, asker, about } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t(`consents:tier.${tier}`)}
      lead={
        <>
          {asker && t('person:question.asker', { name: asker })} {t(`person:question.because.${because}`)}
        </>
      }
      up={{ to: '/own', label: t('person:title') }}
    >
      {tier === 'T1' && (
        <p className="mb-4">
          <Link className="link" to="/own/profile">
            {t('person:to_profile')}
          </Link>
        </p>
      )}
      <AnswerForm text={text} about={about} />
    </OwnPage>
  )
}
