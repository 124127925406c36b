import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { findCandidate } from '~/candidates/candidates.server'
import { SHARING_TIERS } from '~/candidates/consent'
import { parseForm, submitOnce } from '~/platform/form.server'
import { orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Notice, Page, Section } from '~/ui/page'
import { planPresentation } from '../plans.server'
import { NewPresentationForm } from '../presentation'
import { AboutWhat, PresentationFields } from '../presentation-fields'
import { loadPresenting } from '../presenting-page.server'
import { PreviewWarnings } from '../preview-warnings'
import { ProfileCard } from '../profile-card'

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
  const page = useLoaderData<typeof loader>()
  const { candidate, company, need, preview, choices, defaults } = page
  const tiers = SHARING_TIERS.filter((tier) => !SAID_NO.includes(choices.consents[tier]?.state ?? 'blocked'))
  return (
    <Page
      title={t('presentations:plan.new')}
      lead={t('presentations:plan.new_lead', { number: candidate.number, company: company.name })}
      up={
        need
          ? { to: `/needs/${need.id}/matches`, label: need.title }
          : { to: `/candidates/${candidate.id}`, label: candidate.number }
      }
    >
      <div className="grid gap-x-8 lg:grid-cols-2">
        <Section id="preview" title={t('presentations:preview')}>
          <ProfileCard profile={preview.profile} match={preview.match} />
        </Section>
        <Section id="plan" title={t('presentations:to_whom')}>
          <PreviewWarnings preview={preview} />
          {tiers.length === 0 ? (
            <Notice tone="bad" title={t('presentations:cannot_title')}>
              {t('presentations:plan.said_no')}
            </Notice>
          ) : (
            <Form defaultValue={defaults}>
              <AboutWhat {...page} />
              <PresentationFields
                choices={choices}
                tiers={tiers}
                needsSecondLook={preview.needsSecondLook}
                isForNeed={need !== null}
              />
              <Submit>{t('presentations:plan.ask')}</Submit>
            </Form>
          )}
        </Section>
      </div>
    </Page>
  )
}
