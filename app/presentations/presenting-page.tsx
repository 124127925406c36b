import type { ReactNode } from 'react'
import type { SharingTier } from '~/candidates/consent'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Notice, Page, Section } from '~/ui/page'
import { AboutWhat, PresentationFields } from './presentation-fields'
import type { loadPresenting } from './presenting-page.server'
import { PreviewWarnings } from './preview-warnings'
import { ProfileCard } from './profile-card'

type Presenting = Awaited<ReturnType<typeof loadPresenting>>

/** What an employer would see of a person, beside the form that shows it to one of their people or plans to. */
export function PresentingPage({
  presenting,
  title,
  lead,
  previewLead,
  instead,
  tiers,
  withoutTier,
  submit,
}: {
  presenting: Presenting
  title: string
  lead: string
  previewLead?: string
  /** What else could be done with the person, above the form. */
  instead?: ReactNode
  tiers: readonly SharingTier[]
  /** Why there is no form where no tier may be chosen. */
  withoutTier: string
  submit: string
}) {
  const { t } = useText()
  const { reservedFor } = presenting.candidate
  const { candidate, need, preview, choices, defaults } = presenting
  return (
    <Page
      title={title}
      lead={lead}
      up={
        need
          ? { to: `/needs/${need.id}/matches`, label: need.title }
          : { to: `/candidates/${candidate.id}`, label: candidate.number }
      }
    >
      <div className="grid gap-x-8 lg:grid-cols-2">
        <Section id="preview" title={t('presentations:preview')}>
          {previewLead && <p className="mb-3 text-soft">{previewLead}</p>}
          <ProfileCard profile={preview.profile} match={preview.match} />
        </Section>
        <Section id="send" title={t('presentations:to_whom')}>
          <PreviewWarnings preview={preview} />
          {instead && reservedFor === null && <p className="mb-4">{instead}</p>}
          {reservedFor !== null || tiers.length === 0 ? (
            <Notice tone="bad" title={t('presentations:cannot_title')}>
              {reservedFor === null
                ? withoutTier
                : t(
                    reservedFor
                      ? 'presentations:refused.only_this_coach'
                      : 'presentations:refused.only_coach',
                    {
                      coach: reservedFor,
                    },
                  )}
            </Notice>
          ) : (
            <Form defaultValue={defaults}>
              <AboutWhat {...presenting} />
              <PresentationFields
                choices={choices}
                tiers={tiers}
                needsSecondLook={preview.needsSecondLook}
                isForNeed={need !== null}
              />
              <Submit>{submit}</Submit>
            </Form>
          )}
        </Section>
      </div>
    </Page>
  )
}
