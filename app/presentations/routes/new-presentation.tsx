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
import { Form, Submit } from '~/ui/form'
import { Notice, Page, Section } from '~/ui/page'
import { NewPresentationForm } from '../presentation'
import { AboutWhat, PresentationFields } from '../presentation-fields'
import { presentCandidate } from '../presenting.server'
import { loadPresenting } from '../presenting-page.server'
import { PreviewWarnings } from '../preview-warnings'
import { ProfileCard } from '../profile-card'

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
  const page = useLoaderData<typeof loader>()
  const { candidate, company, need, preview, choices, defaults } = page
  const { search } = useLocation()
  const tiers = SHARING_TIERS.filter((tier) => choices.consents[tier]?.state === 'given')
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
          <PreviewWarnings preview={preview} />
          <p className="mb-4">
            {t('presentations:plan.instead')}{' '}
            <ButtonLink to={`/presentations/plans/new${search}`}>{t('presentations:plan.new')}</ButtonLink>
          </p>
          {tiers.length === 0 ? (
            <Notice tone="bad" title={t('presentations:cannot_title')}>
              {t('presentations:refused.no_consent')}
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
              <Submit>{t('presentations:send')}</Submit>
            </Form>
          )}
        </Section>
      </div>
    </Page>
  )
}
