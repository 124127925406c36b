import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { recordReading } from '~/activity/activity.server'
import { requireMay } from '~/auth/viewer.server'
import { findCandidate } from '~/candidates/candidates.server'
import { findCompany } from '~/companies/companies.server'
import { plusDays, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, HiddenField, Submit } from '~/ui/form'
import { Notice, Page, Section } from '~/ui/page'
import { NewPresentationForm, SHOWN_DAYS } from '../presentation'
import { PresentationFields } from '../presentation-fields'
import { presentCandidate } from '../presenting.server'
import { isSmallGroup, needOf, presentationChoices, previewOf } from '../preview.server'
import { PreviewWarnings } from '../preview-warnings'
import { ProfileCard } from '../profile-card'

export const meta = pageTitle('presentations:new_title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.write')
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const candidateId = idParam(asked, 'candidate')
  const need = await needOf(db, viewer, asked.need && idParam(asked, 'need'))
  const companyId = need?.companyId ?? idParam(asked, 'company')
  const [candidate, company, preview] = await Promise.all([
    findCandidate(db, viewer, candidateId),
    findCompany(db, viewer, companyId),
    previewOf(db, viewer, candidateId, need),
  ])
  if (!candidate || !company || !preview) throw notFound()
  const [choices] = await Promise.all([
    presentationChoices(db, { candidateId, companyId, roundId: need?.roundId ?? null }),
    recordReading(db, viewer.userId, 'presentation_preview', { candidateId }),
  ])
  return {
    candidate: { id: candidate.id, number: candidate.number },
    company: { id: company.id, name: company.name },
    need: need && { id: need.id, title: need.title, contactId: need.contactId },
    preview,
    smallGroup: preview.sharers !== null && isSmallGroup(preview.sharers.count),
    choices,
    defaults: {
      tier: asked.tier === 'T2' ? 'T2' : 'T1',
      contactId: need?.contactId ?? '',
      expiresOn: plusDays(today(), SHOWN_DAYS),
    },
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.write')

  const form = await parseForm(request, NewPresentationForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await findCandidate(trx, viewer, form.value.candidateId))) throw notFound()
    const id = await presentCandidate(trx, viewer, form.value)
    return { to: `/presentations/${id}`, toast: { text: 'presentations:sent' } }
  })
}

export default function NewPresentation() {
  const { t } = useText()
  const { candidate, company, need, preview, smallGroup, choices, defaults } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('presentations:new_title')}
      lead={t('presentations:new_lead', { number: candidate.number, company: company.name })}
      up={
        need
          ? { to: `/needs/${need.id}/matches`, label: need.title }
          : { to: `/candidates/${candidate.id}`, label: candidate.number }
      }
    >
      <div className="grid gap-x-8 lg:grid-cols-2">
        <Section id="preview" title={t('presentations:preview')}>
          <p className="mb-3 text-soft">{t('presentations:preview_lead')}</p>
          <ProfileCard profile={preview.profile} match={preview.match} />
        </Section>
        <Section id="send" title={t('presentations:to_whom')}>
          <PreviewWarnings preview={preview} smallGroup={smallGroup} />
          {choices.consents.T1?.state !== 'given' && choices.consents.T2?.state !== 'given' ? (
            <Notice tone="bad" title={t('presentations:cannot_title')}>
              {t('presentations:refused.no_consent')}
            </Notice>
          ) : (
            <Form defaultValue={defaults}>
              <HiddenField name="candidateId" value={candidate.id} />
              <HiddenField name="companyId" value={company.id} />
              {need && <HiddenField name="needId" value={need.id} />}
              <HiddenField name="profileSha256" value={preview.profileSha256} />
              <PresentationFields choices={choices} />
              <Submit>{t('presentations:send')}</Submit>
            </Form>
          )}
        </Section>
      </div>
    </Page>
  )
}
