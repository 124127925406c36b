import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { findCandidate } from '~/candidates/candidates.server'
import { SHARING_TIERS } from '~/candidates/consent'
import { parseForm, submitOnce } from '~/platform/form.server'
import { orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { NewPresentationForm } from '../presentation'
import { presentCandidate } from '../presenting.server'
import { PresentingPage } from '../presenting-page'
import { loadPresenting } from '../presenting-page.server'

export const meta = pageTitle('presentations:new_title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.write')
  return loadPresenting(request, viewer)
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.write')

  const form = await parseForm(request, NewPresentationForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    orNotFound(await findCandidate(trx, viewer, form.value.candidateId))
    const id = await presentCandidate(trx, viewer, form.value)
    return { to: `/presentations/${id}`, toast: { text: 'presentations:sent' } }
  })
}

export default function NewPresentation() {
  const { t } = useText()
  const presenting = useLoaderData<typeof loader>()
  const { candidate, company, choices } = presenting
  const { search } = useLocation()
  return (
    <PresentingPage
      presenting={presenting}
      title={t('presentations:new_title')}
      lead={t('presentations:new_lead', { number: candidate.number, company: company.name })}
      previewLead={t('presentations:preview_lead')}
      instead={
        <>
          {t('presentations:plan.instead')}{' '}
          <ButtonLink to={`/presentations/plans/new${search}`}>{t('presentations:plan.new')}</ButtonLink>
        </>
      }
      tiers={SHARING_TIERS.filter((tier) => choices.consents[tier]?.state === 'given')}
      withoutTier={t('presentations:refused.no_consent')}
      submit={t('presentations:send')}
    />
  )
}
