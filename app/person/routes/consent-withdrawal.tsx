import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { WithdrawalForm } from '~/candidates/consent'
import { findConsent, withdrawConsent } from '~/candidates/consents.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { TextArea } from '~/ui/form-fields'
import { Notice } from '~/ui/page'
import { OwnPage } from '../own-page'
import { listSeenWith } from '../own-presentations.server'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('consents:withdraw_title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const at = { candidateId: ownCandidateId(viewer), consentId: idParam(params, 'consentId') }
  const [consent, seen] = await Promise.all([
    findConsent(db, at),
    listSeenWith(db, at.candidateId, at.consentId),
  ])
  if (!consent) throw notFound()
  return { tier: consent.tier, to: consent.companyName ?? consent.roundName, seen }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const at = { candidateId: ownCandidateId(viewer), consentId: idParam(params, 'consentId') }
  orNotFound(await findConsent(db, at))

  const form = await parseForm(request, WithdrawalForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    await withdrawConsent(trx, viewer, at.candidateId, at.consentId, form.value.reason ?? null)
    return { to: '/own/consents', toast: { text: 'consents:withdrawn_done' } }
  })
}

export default function WithdrawOwnConsent() {
  const { t, format } = useText()
  const { tier, to, seen } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t('consents:withdraw_title')}
      lead={
        <>
          {t(`consents:tier.${tier}`)} {to}
        </>
      }
      up={{ to: '/own/consents', label: t('person:consent.title') }}
    >
      <p className="mb-4">{t('person:consent.withdraw_lead')}</p>
      {seen.length > 0 && (
        <Notice title={t('person:consent.already_seen')}>
          <ul>
            {seen.map((one) => (
              <li key={`${one.name} ${one.companyName}`}>
                {one.name}, {one.companyName}: {format.moment(one.at)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Form>
        <TextArea name="reason" label={t('person:consent.why')} hint={t('person:optional_hint')} optional />
        <Submit look="danger">{t('consents:withdraw')}</Submit>
      </Form>
    </OwnPage>
  )
}
