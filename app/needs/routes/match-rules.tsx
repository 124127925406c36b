import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Page } from '~/ui/page'

export const meta = pageTitle('needs:rules.title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'needs.read')
  return null
}

const RULES = ['skills', 'covered', 'level', 'tiers', 'order', 'rotation', 'practical', 'people'] as const

export default function MatchRules() {
  const { t } = useText()
  return (
    <Page
      narrow
      title={t('needs:rules.title')}
      lead={t('needs:rules.lead')}
      up={{ to: '/needs', label: t('needs:title') }}
    >
      <ol className="list-decimal space-y-3 pl-6">
        {RULES.map((rule) => (
          <li key={rule}>{t(`needs:rules.${rule}`)}</li>
        ))}
      </ol>
      <h2 className="mt-8 mb-2 text-lg font-semibold">{t('needs:rules.never_title')}</h2>
      <p>{t('needs:rules.never')}</p>
    </Page>
  )
}
