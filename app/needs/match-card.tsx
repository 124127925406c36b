import type { ReactNode } from 'react'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Badge, Card, type Tone } from '~/ui/page'
import type { GapService } from './gap-services'
import type { LanguageLine, Match, MatchLine, Tier } from './match'
import type { Practical } from './match-practical'

/** Names of skills in the reader's language, by id. */
export type SkillNames = Record<string, string>

const TIER_TONES: Record<Tier, Tone> = {
  all: 'good',
  most: 'info',
  some: 'plain',
  wishes: 'plain',
  near: 'plain',
  none: 'plain',
}

type MatchWithServices = Match & { services: GapService[] }

/** One comparison: what covers what, in both sides' words, and what is missing. */
export function MatchCard({
  match,
  title,
  skillNames,
  children,
}: {
  match: MatchWithServices
  title: ReactNode
  skillNames: SkillNames
  children?: ReactNode
}) {
  const { t } = useText()
  return (
    <Card className="mb-4">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2">
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={TIER_TONES[match.tier]}>{t(`needs:tier.${match.tier}`)}</Badge>
          <span className="text-sm tabular-nums">
            {t('needs:covered', {
              must: match.must.covered,
              mustOf: match.must.of,
              nice: match.nice.covered,
              niceOf: match.nice.of,
            })}{' '}
            · {t('matching:strength', { strength: match.strength })}
          </span>
        </p>
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {match.lines
          .filter((line) => line.held)
          .map((line) => (
            <Line key={line.words} line={line} skillNames={skillNames} />
          ))}
      </ul>
      <WhatElse match={match} />
      {children}
    </Card>
  )
}

/** Below the lines covered: what is missing or was not compared, languages, the practical side, and help with gaps. */
function WhatElse({ match }: { match: MatchWithServices }) {
  const { t } = useText()
  const missing = match.lines.filter((line) => !line.covered && line.link !== 'not_compared')
  const notCompared = match.lines.filter((line) => line.link === 'not_compared')
  return (
    <dl className="mt-3 grid gap-x-6 gap-y-1 sm:grid-cols-[8rem_1fr]">
      <dt className="text-sm text-soft">{t('needs:missing')}</dt>
      <dd>{missing.length === 0 ? t('needs:nothing_missing') : <QuotedWords lines={missing} />}</dd>
      {notCompared.length > 0 && (
        <>
          <dt className="text-sm text-soft">{t('needs:not_compared')}</dt>
          <dd>
            <QuotedWords lines={notCompared} />
          </dd>
        </>
      )}
      {match.languages.length > 0 && (
        <>
          <dt className="text-sm text-soft">{t('needs:field.languages')}</dt>
          <dd>
            <Languages lines={match.languages} />
          </dd>
        </>
      )}
      <dt className="text-sm text-soft">{t('needs:practical')}</dt>
      <dd>
        <PracticalFit practical={match.practical} />
      </dd>
      {match.services.length > 0 && (
        <>
          <dt className="text-sm text-soft">{t('matching:services_title')}</dt>
          <dd>
            <Services services={match.services} />
          </dd>
        </>
      )}
    </dl>
  )
}

function Line({ line, skillNames }: { line: MatchLine; skillNames: SkillNames }) {
  const { t } = useText()
  if (!line.held) return null
  const { held } = line
  return (
    <li className="grid gap-x-6 gap-y-1 py-2 md:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <p>
        <span aria-hidden="true" className={line.covered ? 'text-good' : 'text-warn'}>
          {line.covered ? '✓ ' : '◐ '}
        </span>
        <span className="sr-only">{t(line.covered ? 'needs:line_covered' : 'needs:line_partly')}</span>
        <q className="font-medium">{line.words}</q>
        {!line.must && <span className="text-sm text-soft"> {t('needs:must.nice').toLowerCase()}</span>}
      </p>
      <div>
        <p>
          {held.skillId !== null && (skillNames[held.skillId] ?? held.skillId)}
          <span className="text-sm text-soft">
            {held.skillId !== null && ' · '}
            {t(`matching:link.${line.link}`)}
            {line.grounds && ` · ${t(`matching:grounds.${line.grounds}`)}`}
            {held.level && ` · ${t(`candidates:skill_level.${held.level}` as TextKey)}`}
            {line.levelFit !== 'met' && ` · ${t(`needs:level_fit.${line.levelFit}`)}`}
            {!held.confirmed && ` · ${t('matching:unconfirmed')}`}
          </span>
        </p>
        <p className="text-sm">
          {held.evidence ? (
            <q className="italic">{held.evidence}</q>
          ) : (
            <span className="text-soft">{t(`candidates:skills.source.${held.source}` as TextKey)}</span>
          )}
        </p>
      </div>
    </li>
  )
}

/** The employer's words one after another; a wish is called one. */
function QuotedWords({ lines }: { lines: MatchLine[] }) {
  const { t } = useText()
  return (
    <ul className="flex flex-wrap gap-x-4">
      {lines.map((line) => (
        <li key={line.words}>
          <q>{line.words}</q>
          {!line.must && <span className="text-sm text-soft"> {t('needs:must.nice').toLowerCase()}</span>}
        </li>
      ))}
    </ul>
  )
}

function Languages({ lines }: { lines: LanguageLine[] }) {
  const { t, format } = useText()
  return (
    <ul className="flex flex-wrap gap-x-4">
      {lines.map(({ language, asked, has, covered }) => (
        <li key={language}>
          <span aria-hidden="true" className={covered ? 'text-good' : 'text-warn'}>
            {covered ? '✓ ' : '✗ '}
          </span>
          {t(covered ? 'needs:language_covered' : has ? 'needs:language_below' : 'needs:language_missing', {
            language: format.language(language),
            asked,
            has: has ? t(`candidates:level.${has}` as TextKey) : '',
          })}
        </li>
      ))}
    </ul>
  )
}

function Services({ services }: { services: GapService[] }) {
  const { t, format } = useText()
  return (
    <ul>
      {services.map(({ service, about }) => (
        <li key={service}>
          {t(`matching:service.${service}`, {
            about: format.list(service === 'language_support' ? about.map(format.language) : about),
          })}
        </li>
      ))}
    </ul>
  )
}

const FIT_SIGNS = { fits: '✓', does_not: '✗', not_told: '?' }

function PracticalFit({ practical }: { practical: Practical }) {
  const { t } = useText()
  return (
    <ul className="flex flex-wrap gap-x-4">
      {(['form', 'place', 'start'] as const).map((what) => (
        <li key={what}>
          <span aria-hidden="true">{FIT_SIGNS[practical[what]]} </span>
          {t(`needs:fit.${what}_${practical[what]}`)}
        </li>
      ))}
    </ul>
  )
}
