import { useText } from '~/texts/use-text'
import { Choices, Field, optionsOf, Select } from '~/ui/form-fields'
import { CONSENT_TIERS, type ConsentTier } from './consent'
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
