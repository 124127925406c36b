import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import type { TextKey } from '~/texts/text-keys'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { TextArea } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { findCandidate } from '../candidates.server'
import { WithdrawalForm } from '../consent'
import { findConsent, withdrawConsent } from '../consents.server'

export const meta = pageTitle('consents:withdraw_title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const at = { candidateId: idParam(params, 'candidateId'), consentId: idParam(params, 'consentId') }
  const [candidate, consent] = await Promise.all([
    findCandidate(db, viewer, at.candidateId),
    findConsent(db, at),
  ])
  if (!candidate || !consent) throw notFound()
  return {
    candidate: { id: candidate.id, number: candidate.number },
    consent: { tier: consent.tier, to: consent.companyName ?? consent.roundName },
  }
}

/** Open to every coordinator whoever the coach is: a consent is withdrawn as easily as it was given (GDPR 7.3). */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'consents.write')
  const at = { candidateId: idParam(params, 'candidateId'), consentId: idParam(params, 'consentId') }
  const [candidate, consent] = await Promise.all([
    findCandidate(db, viewer, at.candidateId),
    findConsent(db, at),
  ])
  if (!candidate || !consent) throw notFound()

  const form = await parseForm(request, WithdrawalForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    await withdrawConsent(trx, viewer, at.candidateId, at.consentId, form.value.reason ?? null)
    return {
      to: `/candidates/${at.candidateId}#consents`,
      toast: { text: 'consents:withdrawn_done' },
    }
  })
}

export default function WithdrawConsent() {
  const { t } = useText()
  const { candidate, consent } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('consents:withdraw_title')}
      lead={t('consents:withdraw_lead')}
      up={{ to: `/candidates/${candidate.id}`, label: candidate.number }}
    >
      <p className="mb-4 font-medium">
        {t(`consents:tier.${consent.tier}` as TextKey)}: {consent.to}
      </p>
      <Form>
        <TextArea name="reason" label={t('consents:withdraw_reason')} optional />
        <Submit look="danger">{t('consents:withdraw')}</Submit>
      </Form>
    </Page>
  )
}
