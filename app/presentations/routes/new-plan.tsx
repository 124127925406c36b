import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { findCandidate } from '~/candidates/candidates.server'
import { SHARING_TIERS } from '~/candidates/consent'
import { parseForm, submitOnce } from '~/platform/form.server'
import { orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { planPresentation } from '../plans.server'
import { NewPresentationForm } from '../presentation'
import { PresentingPage } from '../presenting-page'
import { loadPresenting } from '../presenting-page.server'

export const meta = pageTitle('presentations:plan.new')

/** Whoever has said no is not asked again by a plan. */
const SAID_NO = ['blocked', 'refused', 'withdrawn']

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
    const id = await planPresentation(trx, viewer, form.value)
    return { to: `/presentations/plans/${id}`, toast: { text: 'presentations:plan.made' } }
  })
}

export default function NewPlan() {
  const { t } = useText()
  const presenting = useLoaderData<typeof loader>()
  const { candidate, company, choices } = presenting
  return (
    <PresentingPage
      presenting={presenting}
      title={t('presentations:plan.new')}
      lead={t('presentations:plan.new_lead', { number: candidate.number, company: company.name })}
      tiers={SHARING_TIERS.filter((tier) => !SAID_NO.includes(choices.consents[tier]?.state ?? 'blocked'))}
      withoutTier={t('presentations:plan.said_no')}
      submit={t('presentations:plan.ask')}
    />
  )
}
