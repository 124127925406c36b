import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { OnlineAnswerForm } from '~/candidates/consent'
import { answerOnline } from '~/candidates/consent-questions.server'
import { currentConsentTexts, findConsent } from '~/candidates/consents.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { AnswerForm } from '../answer-form'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('person:consent.change')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const at = { candidateId: ownCandidateId(viewer), consentId: idParam(params, 'consentId') }
  const [consent, texts] = await Promise.all([findConsent(db, at), currentConsentTexts(db)])
  const text = texts.find(({ tier }) => tier === consent?.tier)
  if (!consent || consent.supersededAt || !text) throw notFound()
  return {
    tier: consent.tier,
    text: text[viewer.language],
    about: { to: consent.companyName ?? consent.roundName, item: consent.item, purpose: consent.purpose },
  }
}

/** The person comes back to an answer: only the person may, without being asked. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const at = { candidateId: ownCandidateId(viewer), consentId: idParam(params, 'consentId') }
  const consent = await findConsent(db, at)
  if (!consent || consent.supersededAt) throw notFound()

  const form = await parseForm(request, OnlineAnswerForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    await answerOnline(trx, viewer, at.candidateId, { ...consent, because: 'person' }, form.value)
    return { to: '/own/consents', toast: { text: `person:question.saved_${form.value.answer}` } }
  })
}

export default function ChangeAnswer() {
  const { t } = useText()
  const { tier, text, about } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t('person:consent.change')}
      lead={t(`consents:tier.${tier}`)}
      up={{ to: '/own/consents', label: t('person:consent.title') }}
    >
      <AnswerForm text={text} about={about} />
    </OwnPage>
  )
}
