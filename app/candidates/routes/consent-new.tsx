import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { storeFile } from '~/files/files.server'
import { checkUpload, readUploadForm } from '~/files/upload.server'
import { plusMonths, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseFormData, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Page } from '~/ui/page'
import { findEntrustedCandidate } from '../candidates.server'
import { CONSENT_TIERS, ConsentForm, LONGEST_CONSENT_MONTHS } from '../consent'
import { ConsentAnswerFields, ConsentTexts, QuestionFields } from '../consent-fields'
import { consentScopes, findConsentScope } from '../consent-scopes.server'
import { currentConsentTexts, listConsents, recordConsentAnswer } from '../consents.server'

export const meta = pageTitle('consents:title')

/** A scan, or a photograph from a phone; kept and handed out as it came. */
const PAPER = { maxBytes: 10 * 1024 * 1024, allowed: ['pdf', 'jpg', 'png', 'heic', 'heif'] } as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = orNotFound(await findEntrustedCandidate(db, viewer, idParam(params, 'candidateId')))
  const asked = new URL(request.url).searchParams
  const [consents, texts, scopes] = await Promise.all([
    listConsents(db, viewer, candidate.id),
    currentConsentTexts(db),
    consentScopes(db, asked.get('scope') ?? ''),
  ])
  return {
    candidate: {
      id: candidate.id,
      number: candidate.number,
      language: candidate.language as 'fi' | 'sv' | 'en',
    },
    texts,
    scopes,
    hasSaidNo: consents.some(
      ({ answer, withdrawnAt, supersededAt }) => !supersededAt && (answer === 'refused' || withdrawnAt),
    ),
    defaults: {
      tier: CONSENT_TIERS.find((tier) => tier === asked.get('tier')) ?? 'T1',
      scope: asked.get('scope') ?? '',
      how: 'meeting',
      answeredOn: today(),
      expiresOn: plusMonths(today(), LONGEST_CONSENT_MONTHS / 2),
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'consents.write')
  const candidate = orNotFound(await findEntrustedCandidate(db, viewer, idParam(params, 'candidateId')))

  const formData = await readUploadForm(request, PAPER)
  const form = parseFormData(formData, ConsentForm)
  if (!form.ok) return form.reply
  const paper = formData.get('paper')
  const upload = paper instanceof File && paper.size > 0 ? await checkUpload(paper, PAPER) : null
  if (upload && !upload.ok) return form.refuse({ paper: [upload.problem] })

  if (form.value.how === 'paper' && form.value.answer === 'given' && !upload)
    return form.refuse({ paper: ['consents:paper_needed'] })
  const scope = await findConsentScope(db, form.value.scope)
  if (!scope) return form.refuse({ scope: ['errors:choice'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    const file = upload && (await storeFile(trx, viewer, upload))
    await recordConsentAnswer(trx, viewer, candidate.id, {
      ...form.value,
      ...scope,
      item: form.value.item ?? null,
      purpose: form.value.purpose ?? null,
      reopenedBecause: form.value.reopenedBecause ?? null,
      expiresOn: form.value.expiresOn ?? null,
      fileId: file?.id ?? null,
    })
    return { to: `/candidates/${candidate.id}#consents`, toast: { text: 'consents:saved' } }
  })
}

export default function NewConsent() {
  const { t } = useText()
  const { candidate, texts, scopes, hasSaidNo, defaults } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('consents:title')}
      lead={t('consents:lead')}
      up={{ to: `/candidates/${candidate.id}`, label: candidate.number }}
    >
      <ConsentTexts texts={texts} language={candidate.language} open={defaults.tier} />
      <Form encType="multipart/form-data" defaultValue={defaults}>
        <QuestionFields scopes={scopes} />
        <ConsentAnswerFields hasSaidNo={hasSaidNo} />
        <Submit>{t('consents:save')}</Submit>
      </Form>
    </Page>
  )
}
