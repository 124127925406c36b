import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { Choices, Field, optionsOf } from '~/ui/form-fields'
import type { CardScript } from './card-facts.server'
import { StandardAnswer } from './outcome-parts'
import { ownQuestions, type ScriptBlock } from './script'

/** What to say, in the language of the one who answers, with a place for each answer beside its question. */
export function CallScript({ script, keys }: { script: CardScript; keys: boolean }) {
  const { t } = useText()
  const own = ownQuestions(script)
  return (
    <div className="print-plain mb-6 h-fit rounded-lg border border-line bg-card p-4 sm:p-5">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-lg font-semibold">{t('campaigns:script')}</h2>
        <ScriptLanguages script={script} />
        <a href="#outcome" className="link inline-flex min-h-6 items-center lg:hidden">
          {t('campaigns:to_outcome')} <span aria-hidden="true">↓</span>
        </a>
      </div>
      <div lang={script.language} className="max-w-prose space-y-3 text-lg">
        {script.blocks.map((block, index) => (
          <Block
            // biome-ignore lint/suspicious/noArrayIndexKey: a script may say the same twice, and its pieces are never moved
            key={index}
            block={block}
            row={block.kind === 'question' ? own.indexOf(block.number) : -1}
            keys={keys}
          />
        ))}
      </div>
      <details className="mt-4 border-t border-line pt-3">
        <summary className="min-h-6 cursor-pointer font-medium">{t('calls:told.title')}</summary>
        <ul lang={script.language} className="mt-2 list-disc space-y-1 pl-5">
          {script.told.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </div>
  )
}

function ScriptLanguages({ script }: { script: CardScript }) {
  const { t } = useText()
  if (script.languages.length < 2) return null
  return (
    <nav aria-label={t('campaigns:script_language')} className="flex gap-3 text-sm">
      {script.languages.map((language) => (
        <Link
          key={language}
          to={`?script=${language}`}
          replace
          preventScrollReset
          aria-current={language === script.language ? 'true' : undefined}
          className={`inline-flex min-h-6 items-center ${language === script.language ? 'font-semibold text-ink' : 'link'}`}
        >
          {t(`ui:languages.${language}`)}
        </Link>
      ))}
    </nav>
  )
}

/** `row` is the place of a question's answer among those that the form sends. */
function Block({ block, row, keys }: { block: ScriptBlock; row: number; keys: boolean }) {
  const { t } = useText()
  switch (block.kind) {
    case 'heading':
      return <h3 className="pt-2 text-base font-semibold">{block.text}</h3>
    case 'aloud':
      return (
        <p className="border-l-4 border-warn pl-3 whitespace-pre-line">
          <span className="sr-only">{t('calls:script.aloud')} </span>
          {block.text}
        </p>
      )
    case 'say':
      return <p className="whitespace-pre-line">{block.text}</p>
    case 'question':
      return (
        <div className="text-base">
          {block.standard ? (
            <StandardAnswer question={block.standard} words={block.text} keys={keys} />
          ) : (
            <OwnQuestion block={block} row={row} />
          )}
        </div>
      )
  }
}

function OwnQuestion({ block, row }: { block: Extract<ScriptBlock, { kind: 'question' }>; row: number }) {
  const name = `answers[${row}].answer`
  return (
    <>
      <HiddenField name={`answers[${row}].number`} value={block.number} />
      {block.choices.length > 0 ? (
        <Choices name={name} label={block.text} options={optionsOf(block.choices, (choice) => choice)} />
      ) : (
        <Field name={name} label={block.text} optional autoComplete="off" />
      )}
    </>
  )
}
