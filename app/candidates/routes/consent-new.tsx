import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { storeFile } from '~/files/files.server'
import { checkUpload, readUploadForm } from '~/files/upload.server'
import { plusMonths, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseFormData, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Choices, Field, FileField, Form, Select, Submit } from '~/ui/form'
import { Card, Page } from '~/ui/page'
import { findCandidate } from '../candidates.server'
import { CONSENT_WAYS, ConsentForm, LONGEST_CONSENT_MONTHS, SHARING_TIERS } from '../consent'
import { consentScopes, currentConsentTexts, findConsentScope, recordConsentAnswer } from '../consents.server'

export const meta = pageTitle('candidates:consent.title')

const PAPER = { maxBytes: 10 * 1024 * 1024, allowed: ['pdf'] } as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findCandidate(db, viewer, idParam(params, 'candidateId'))
  if (!candidate) throw notFound()
  const asked = new URL(request.url).searchParams
  const [texts, scopes] = await Promise.all([
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
    defaults: {
      tier: asked.get('tier') ?? 'T1',
      scope: asked.get('scope') ?? '',
      how: 'meeting',
      answeredOn: today(),
      expiresOn: plusMonths(today(), LONGEST_CONSENT_MONTHS / 2),
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'consents.write')
  const candidate = await findCandidate(db, viewer, idParam(params, 'candidateId'))
  if (!candidate) throw notFound()

  const formData = await readUploadForm(request, PAPER)
  const form = parseFormData(formData, ConsentForm)
  if (!form.ok) return form.reply
  const paper = formData.get('paper')
  const upload = paper instanceof File && paper.size > 0 ? await checkUpload(paper, PAPER) : null
  if (upload && !upload.ok) return form.refuse({ paper: [upload.problem] })

  const scope = await findConsentScope(db, form.value.scope)
  if (!scope) return form.refuse({ scope: ['errors:choice'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    const file = upload && (await storeFile(trx, viewer, upload))
    await recordConsentAnswer(trx, viewer, candidate.id, {
      ...form.value,
      ...scope,
      expiresOn: form.value.expiresOn ?? null,
      fileId: file?.id ?? null,
    })
    return { to: `/candidates/${candidate.id}#consents`, toast: { text: 'candidates:consent.saved' } }
  })
}

export default function NewConsent() {
  const { t } = useText()
  const { candidate, texts, scopes, defaults } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('candidates:consent.title')}
      lead={t('candidates:consent.lead')}
      up={{ to: `/candidates/${candidate.id}`, label: candidate.number }}
    >
      {texts.map((text) => (
        <Card key={text.id} className="mb-4">
          <h2 className="mb-1 font-semibold">
            {t(text.tier === 'T2' ? 'candidates:consent.tier.T2' : 'candidates:consent.tier.T1')}{' '}
            <span className="text-sm font-normal text-soft">
              {t('candidates:consent.text_version', { version: text.version })}
            </span>
          </h2>
          <p lang={candidate.language}>{text[candidate.language]}</p>
        </Card>
      ))}
      <Form encType="multipart/form-data" defaultValue={defaults}>
        <Choices
          name="tier"
          label={t('candidates:consent.what')}
          options={SHARING_TIERS.map((value) => ({ value, label: t(`candidates:consent.tier.${value}`) }))}
        />
        <Select
          name="scope"
          label={t('candidates:consent.scope')}
          options={scopes.map(({ kind, id, name }) => ({
            value: `${kind}:${id}`,
            label: t(
              kind === 'round' ? 'candidates:consent.scope_round' : 'candidates:consent.scope_company',
              { name },
            ),
          }))}
        />
        <Choices
          name="answer"
          label={t('candidates:consent.answer')}
          options={[
            { value: 'given', label: t('candidates:consent.given') },
            { value: 'refused', label: t('candidates:consent.refused') },
          ]}
        />
        <Choices
          name="how"
          label={t('candidates:consent.how')}
          options={CONSENT_WAYS.map((value) => ({ value, label: t(`candidates:consent.ways.${value}`) }))}
        />
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <Field name="answeredOn" type="date" label={t('candidates:consent.answered_on')} />
          <Field
            name="expiresOn"
            type="date"
            label={t('candidates:consent.expires_on')}
            hint={t('candidates:consent.expires_hint')}
          />
        </div>
        <FileField name="paper" label={t('candidates:consent.paper')} hint="PDF" optional accept=".pdf" />
        <Submit>{t('candidates:consent.save')}</Submit>
      </Form>
    </Page>
  )
}
