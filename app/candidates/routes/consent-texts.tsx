import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { LANGUAGES } from '~/texts/text-keys'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Page, Section } from '~/ui/page'
import { CONSENT_TIERS } from '../consent'
import { listConsentTexts } from '../consent-texts.server'

export const meta = pageTitle('consents:texts')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  return { texts: await listConsentTexts(db) }
}

export default function ConsentTextsPage() {
  const { t, format } = useText()
  const { texts } = useLoaderData<typeof loader>()
  return (
    <Page title={t('consents:texts')} lead={t('consents:texts_lead')}>
      {CONSENT_TIERS.map((tier) => (
        <Section
          key={tier}
          id={tier}
          title={t(`consents:tier.${tier}`)}
          actions={
            <ButtonLink to={`/consent-texts/new?tier=${tier}`}>
              {t('consents:new_version')}
              <span className="sr-only"> {t(`consents:tier.${tier}`)}</span>
            </ButtonLink>
          }
        >
          <div className="divide-y divide-line rounded-lg border border-line bg-card">
            {texts
              .filter((text) => text.tier === tier)
              .map((text, place) => (
                <details key={text.id} open={place === 0} className="px-4 py-3">
                  <summary className="min-h-8 font-medium">
                    {t('consents:version_from', {
                      version: text.version,
                      day: format.day(text.validFrom),
                    })}{' '}
                    <span className="text-sm font-normal text-soft">
                      {t('consents:answers', { count: text.answers })}
                    </span>
                  </summary>
                  <dl className="grid gap-x-6 gap-y-3 lg:grid-cols-3">
                    {LANGUAGES.map((language) => (
                      <div key={language}>
                        <dt className="text-sm text-soft">{t(`ui:languages.${language}`)}</dt>
                        <dd lang={language} className="whitespace-pre-line">
                          {text[language]}
                        </dd>
                      </div>
                    ))}
                  </dl>
                </details>
              ))}
          </div>
        </Section>
      ))}
    </Page>
  )
}
