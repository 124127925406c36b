import type { Language } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import {
  blankWords,
  conditionWords,
  markWords,
  scriptBlanks,
  scriptConditions,
  standardWords,
} from './script-words'

/** How a script is written, in the words of its language. */
export function ScriptGuide({ language }: { language: Language }) {
  const { t } = useText()
  const marks = Object.fromEntries(
    Object.entries(markWords).map(([mark, words]) => [mark, words[language]]),
  ) as Record<keyof typeof markWords, string>
  const signs = [
    ['#', t('calls:script.guide.heading')],
    ['!', t('calls:script.guide.aloud')],
    ['?', t('calls:script.guide.question')],
    [`[${marks.if} …]`, t('calls:script.guide.condition')],
    [`[${marks.if} ${marks.not} …]`, t('calls:script.guide.not')],
    [`[${marks.else}]`, t('calls:script.guide.else')],
    [`[${marks.end}]`, t('calls:script.guide.end')],
  ] as const
  return (
    <details className="mb-4 rounded-lg border border-line bg-card p-4">
      <summary className="min-h-6 cursor-pointer font-medium">{t('calls:script.guide.title')}</summary>
      <dl className="mt-3 grid grid-cols-[fit-content(45%)_1fr] gap-x-4 gap-y-1 text-sm">
        {signs.map(([sign, meaning]) => (
          <div key={sign} className="contents">
            <dt>
              <code>{sign}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm font-semibold">{t('calls:script.guide.blanks')}</p>
      <p className="text-sm">
        {scriptBlanks.map((blank) => (
          <code key={blank} className="mr-3 inline-block">{`{${blankWords[blank][language]}}`}</code>
        ))}
      </p>
      <p className="mt-3 text-sm font-semibold">{t('calls:script.guide.conditions')}</p>
      <ul className="text-sm">
        {scriptConditions.map((condition) => (
          <li key={condition}>
            <code>{conditionWords[condition][language]}</code> {t(`calls:script.condition.${condition}`)}
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm font-semibold">{t('calls:script.guide.standard')}</p>
      <ul className="text-sm">
        {(['difficulty', 'growth', 'skills'] as const).map((question) => (
          <li key={question}>
            <code>{`[${standardWords[question][language]}]`}</code> {t(`calls:script.standard.${question}`)}
          </li>
        ))}
      </ul>
    </details>
  )
}
