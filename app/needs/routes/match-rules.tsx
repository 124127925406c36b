import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Badge, Page, Section } from '~/ui/page'
import { FIRST_RULES, SHIPPED_RULES } from '../match-rules'
import { currentRules, findRules, listRules } from '../match-rules.server'
import { WeightTables } from '../rule-weights'

export const meta = pageTitle('matching:rules.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'needs.read')
  const asked = new URL(request.url).searchParams.get('version')
  const [current, versions] = await Promise.all([currentRules(db), listRules(db)])
  const shown = asked === null ? current : await findRules(db, Math.trunc(Number(asked)) || 0)
  if (!shown) throw notFound()
  const made = new Set(versions.map(({ version }) => version))
  const shipped = [SHIPPED_RULES, FIRST_RULES].filter(({ version }) => !made.has(version))
  return {
    shown,
    inForce: current.version,
    versions: [
      ...versions,
      ...shipped.map(({ version }) => ({ version, reason: null, madeAt: null, madeBy: null })),
    ],
    mayChange: may(viewer, 'settings.manage'),
  }
}

const RULES = [
  'skills',
  'covered',
  'esco',
  'words',
  'places',
  'level',
  'unconfirmed',
  'tiers',
  'order',
  'rotation',
  'languages',
  'practical',
  'services',
  'people',
] as const

export default function MatchRules() {
  const { t, format } = useText()
  const { shown, inForce, versions, mayChange } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('matching:rules.title')}
      lead={t('matching:rules.lead')}
      up={{ to: '/needs', label: t('needs:title') }}
      actions={mayChange && <ButtonLink to="/needs/rules/change">{t('matching:rules.change')}</ButtonLink>}
    >
      <ol className="mb-8 list-decimal space-y-3 pl-6">
        {RULES.map((rule) => (
          <li key={rule}>{t(`matching:rules.${rule}`, { step: shown.weights.step })}</li>
        ))}
      </ol>
      <Section title={t('matching:rules.never_title')}>
        <p>{t('matching:rules.never')}</p>
      </Section>
      <Section id="weights" title={t('matching:rules.weights_title')}>
        <p className="mb-3 text-soft">
          {t('matching:rules.version', { version: shown.version })}. {t('matching:rules.weights_lead')}
        </p>
        <WeightTables weights={shown.weights} />
      </Section>
      <Section id="versions" title={t('matching:rules.versions')}>
        <ul className="divide-y divide-line border-y border-line">
          {versions.map(({ version, reason, madeAt, madeBy }) => (
            <li key={version} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
              <Link className="link" to={`/needs/rules?version=${version}#weights`}>
                {t('matching:rules.version', { version })}
              </Link>
              {version === inForce && <Badge tone="good">{t('matching:rules.in_force')}</Badge>}
              <span>
                {reason ??
                  t(version === FIRST_RULES.version ? 'matching:rules.first' : 'matching:rules.shipped')}
              </span>
              <span className="text-sm text-soft">
                {madeAt && format.moment(madeAt)}
                {madeBy && ` · ${madeBy}`}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}
