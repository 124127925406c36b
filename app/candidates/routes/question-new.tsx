import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Choices, optionsOf } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { findEntrustedCandidate } from '../candidates.server'
import { CONSENT_TIERS, QuestionForm, REOPENINGS } from '../consent'
import { ConsentTexts, QuestionFields } from '../consent-fields'
import { askConsent } from '../consent-questions.server'
import { consentScopes, findConsentScope } from '../consent-scopes.server'
import { currentConsentTexts } from '../consents.server'

export const meta = pageTitle('consents:ask_online')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'consents.write')
  const candidate = orNotFound(await findEntrustedCandidate(db, viewer, idParam(params, 'candidateId')))
  const asked = new URL(request.url).searchParams
  const scope = asked.get('scope') ?? ''
  const [texts, scopes] = await Promise.all([currentConsentTexts(db), consentScopes(db, scope)])
  return {
    candidate: {
      id: candidate.id,
      number: candidate.number,
      language: candidate.language as 'fi' | 'sv' | 'en',
    },
    texts,
    scopes,
    defaults: {
      tier: CONSENT_TIERS.find((tier) => tier === asked.get('tier')) ?? 'T1',
      scope,
      because: 'first',
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'consents.write')
  const candidate = orNotFound(await findEntrustedCandidate(db, viewer, idParam(params, 'candidateId')))

  const form = await parseForm(request, QuestionForm)
  if (!form.ok) return form.reply
  const scope = await findConsentScope(db, form.value.scope)
  if (!scope) return form.refuse({ scope: ['errors:choice'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    const { told } = await askConsent(trx, viewer, candidate.id, {
      ...scope,
      tier: form.value.tier,
      item: form.value.item ?? null,
      purpose: form.value.purpose ?? null,
      because: form.value.because,
    })
    return {
      to: `/candidates/${candidate.id}#consents`,
      toast: { text: told ? 'consents:asked_done' : 'consents:asked_untold' },
    }
  })
}

export default function NewQuestion() {
  const { t } = useText()
  const { candidate, texts, scopes, defaults } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('consents:ask_online')}
      lead={t('consents:ask_online_lead')}
      up={{ to: `/candidates/${candidate.id}`, label: candidate.number }}
    >
      <ConsentTexts texts={texts} language={candidate.language} open={defaults.tier} />
      <Form defaultValue={defaults}>
        <QuestionFields scopes={scopes} />
        <Choices
          name="because"
          label={t('consents:because_label')}
          hint={t('consents:reopened_because_hint')}
          options={optionsOf(['first', ...REOPENINGS], (value) => t(`consents:because.${value}`))}
        />
        <Submit>{t('consents:ask_online')}</Submit>
      </Form>
    </Page>
  )
}
