import { useText } from '~/texts/use-text'
import { Checkbox, Choices, Field, FileField, optionsOf, Select } from '~/ui/form-fields'
import { CONSENT_TIERS, type ConsentTier, REOPENINGS, STAFF_WAYS } from './consent'
import type { consentScopes } from './consent-scopes.server'
import type { currentConsentTexts } from './consents.server'

/** What is asked: the kind of consent, about whom, and for those that need it, what and for what exactly. */
export function QuestionFields({ scopes }: { scopes: Awaited<ReturnType<typeof consentScopes>> }) {
  const { t } = useText()
  return (
    <>
      <Choices
        name="tier"
        label={t('consents:what')}
        options={optionsOf(CONSENT_TIERS, (value) => t(`consents:tier.${value}`))}
      />
      <Select
        name="scope"
        label={t('consents:scope')}
        hint={t('consents:scope_hint')}
        none={t('consents:scope_nobody')}
        options={scopes.map(({ kind, id, name }) => ({
          value: `${kind}:${id}`,
          label: t(kind === 'round' ? 'consents:scope_round' : 'consents:scope_company', {
            name,
          }),
        }))}
      />
      <Field name="item" label={t('consents:item')} hint={t('consents:item_hint')} optional />
      <Field name="purpose" label={t('consents:purpose')} hint={t('consents:purpose_hint')} optional />
    </>
  )
}

type Text = Awaited<ReturnType<typeof currentConsentTexts>>[number]

/** The wordings in the person's language, each to be unfolded and read aloud. */
export function ConsentTexts({
  texts,
  language,
  open,
}: {
  texts: Text[]
  language: 'fi' | 'sv' | 'en'
  open: ConsentTier
}) {
  const { t } = useText()
  return (
    <div className="mb-6 divide-y divide-line rounded-lg border border-line bg-card">
      {texts.map((text) => (
        <details key={text.id} open={text.tier === open} className="px-4 py-2">
          <summary className="min-h-8 font-medium">
            {t(`consents:tier.${text.tier}`)}{' '}
            <span className="text-sm font-normal text-soft">
              {t('consents:text_version', { version: text.version })}
            </span>
          </summary>
          <p lang={language} className="max-w-prose pb-2">
            {text[language]}
          </p>
        </details>
      ))}
    </div>
  )
}

/** What the person answered and how, until when, and the paper it was written on. */
export function ConsentAnswerFields({ hasSaidNo }: { hasSaidNo: boolean }) {
  const { t } = useText()
  return (
    <>
      <Choices
        name="answer"
        label={t('consents:answer')}
        options={[
          { value: 'given', label: t('consents:given') },
          { value: 'refused', label: t('consents:refused') },
        ]}
      />
      <Choices
        name="how"
        label={t('consents:how')}
        options={optionsOf(STAFF_WAYS, (value) => t(`consents:ways.${value}`))}
      />
      <Checkbox name="readAloud" label={t('consents:read_aloud')} hint={t('consents:read_aloud_hint')} />
      {hasSaidNo && (
        <Choices
          name="reopenedBecause"
          label={t('consents:reopened_because')}
          hint={t('consents:reopened_because_hint')}
          optional
          options={optionsOf(REOPENINGS, (value) => t(`consents:reopened.${value}`))}
        />
      )}
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <Field name="answeredOn" type="date" label={t('consents:answered_on')} />
        <Field
          name="expiresOn"
          type="date"
          label={t('consents:expires_on')}
          hint={t('consents:expires_hint')}
        />
      </div>
      <FileField
        name="paper"
        label={t('consents:paper')}
        hint={t('consents:paper_hint')}
        optional
        accept=".pdf,.jpg,.jpeg,.png,.heic,.heif"
      />
    </>
  )
}
