import { Form as GetForm } from '@remix-run/react'
import { useState } from 'react'
import { LANGUAGES, type Language } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'
import { Form, HiddenField, Submit } from '~/ui/form'
import { TextArea } from '~/ui/form-fields'
import { Notice } from '~/ui/page'
import { readScript, type ScriptBlock, scriptFor } from './script'
import { scriptFacts } from './script-facts'
import { ScriptGuide } from './script-guide'
import type { ScriptExample, ScriptVersion } from './scripts.server'

const fieldOf = { fi: 'textFi', sv: 'textSv', en: 'textEn' } as const

type Texts = Record<Language, string>

/** The script in three languages beside how it sounds for one company; faults are named by their lines at once. */
export function ScriptEditor({
  shown,
  latest,
  project,
  words,
  example,
  callerName,
  mayWrite,
}: {
  shown: ScriptVersion | null
  latest: number
  project: string
  words: string
  example: (ScriptExample & { sourceName: string }) | null
  callerName: string
  mayWrite: boolean
}) {
  const { t, language: own } = useText()
  const [texts, setTexts] = useState<Texts>({
    fi: shown?.textFi ?? '',
    sv: shown?.textSv ?? '',
    en: shown?.textEn ?? '',
  })
  const [language, setLanguage] = useState<Language>(own)
  const old = shown !== null && shown.number !== latest
  return (
    <div className="gap-x-8 lg:grid lg:grid-cols-2">
      <div>
        {old && <Notice tone="warn">{t('calls:script.old', { number: shown.number })}</Notice>}
        <ScriptGuide language={language} />
        {mayWrite && (
          <ScriptForm
            texts={texts}
            latest={latest}
            onWrite={(one, text) => setTexts((before) => ({ ...before, [one]: text }))}
            onFocus={setLanguage}
          />
        )}
      </div>
      <div className="mt-6 lg:sticky lg:top-4 lg:mt-0 lg:h-fit">
        <h2 className="mb-2 text-lg font-semibold">{t('calls:script.preview')}</h2>
        <div className="mb-3 flex flex-wrap items-end gap-3">
          <CompanyToTry name={words || example?.name} />
          <LanguageKeys chosen={language} onChoose={setLanguage} />
        </div>
        {example ? (
          <Preview
            script={texts[language]}
            language={language}
            example={example}
            caller={callerName}
            project={project}
          />
        ) : (
          <p className="text-soft">{t('calls:script.no_company')}</p>
        )}
      </div>
    </div>
  )
}

/** `latest` is the version that the writer has seen: a script saved meanwhile by somebody else is not overwritten. */
function ScriptForm({
  texts,
  latest,
  onWrite,
  onFocus,
}: {
  texts: Texts
  latest: number
  onWrite: (language: Language, text: string) => void
  onFocus: (language: Language) => void
}) {
  const { t, language: own } = useText()
  return (
    <Form
      defaultValue={{ textFi: texts.fi, textSv: texts.sv, textEn: texts.en }}
      label={t('campaigns:script')}
    >
      <HiddenField name="after" value={latest} />
      {LANGUAGES.map((one) => (
        <TextArea
          key={one}
          name={fieldOf[one]}
          label={t(`ui:languages.${one}`)}
          optional
          rows={one === own ? 18 : 8}
          lang={one}
          onFocus={() => onFocus(one)}
          onInput={({ currentTarget: { value } }) => onWrite(one, value)}
        />
      ))}
      <Submit>{t('calls:script.save')}</Submit>
    </Form>
  )
}

/** For which company the script is read; it works by address alone. */
function CompanyToTry({ name }: { name: string | undefined }) {
  const { t } = useText()
  return (
    <GetForm method="get" className="flex flex-wrap items-end gap-2" preventScrollReset replace>
      <label className="text-sm">
        <span className="mb-1 block text-soft">{t('calls:script.for_company')}</span>
        <input name="company" defaultValue={name} className="control" autoComplete="off" />
      </label>
      <Button look="secondary">{t('ui:show')}</Button>
    </GetForm>
  )
}

function LanguageKeys({ chosen, onChoose }: { chosen: Language; onChoose: (language: Language) => void }) {
  const { t } = useText()
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">{t('campaigns:script_language')}</legend>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={chosen === one}
          onClick={() => onChoose(one)}
          className="min-h-11 rounded-md border border-control px-3 aria-pressed:border-bridge aria-pressed:bg-bridge-pale"
        >
          {t(`ui:languages.${one}`)}
        </button>
      ))}
    </fieldset>
  )
}

function Preview({
  script,
  language,
  example,
  caller,
  project,
}: {
  script: string
  language: Language
  example: ScriptExample & { sourceName: string }
  caller: string
  project: string
}) {
  const { t } = useText()
  const { parts, problems } = readScript(script)
  const facts = scriptFacts(
    { ...example, keywords: example.keywords ?? [], earlierProject: example.earlierProject ?? false },
    { caller, source: example.sourceName, project, attempts: 0, peopleFit: false },
  )
  const blocks = scriptFor(parts, facts)
  const said = parts.map(({ block }) => block.text).join('\n')
  return (
    <div>
      {problems.length > 0 && (
        <Notice tone="bad">
          <ul>
            {problems.map(({ line, fault, words }) => (
              <li key={`${line} ${fault} ${words}`}>{t(`calls:script.fault.${fault}`, { line, words })}</li>
            ))}
          </ul>
        </Notice>
      )}
      {said && !/\{\{?\s*(lähde|källa|source)\s*\}/i.test(said) && (
        <Notice tone="warn">{t('calls:script.no_source')}</Notice>
      )}
      <div lang={language} className="space-y-3 rounded-lg border border-line bg-card p-4">
        {blocks.length === 0 && <p className="text-soft">{t('calls:script.empty')}</p>}
        {blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a script may say the same twice, and its pieces are never moved
          <PreviewBlock key={index} block={block} />
        ))}
      </div>
    </div>
  )
}

function PreviewBlock({ block }: { block: ScriptBlock }) {
  const { t } = useText()
  if (block.kind === 'question')
    return (
      <div className="border-l-4 border-bridge pl-3">
        <p className="font-medium">{block.text}</p>
        <p className="text-sm text-soft">
          {block.standard
            ? t(`calls:script.standard.${block.standard}`)
            : block.choices.join(' / ') || t('calls:script.own_words')}
        </p>
      </div>
    )
  if (block.kind === 'heading') return <h3 className="font-semibold">{block.text}</h3>
  return (
    <p
      className={
        block.kind === 'aloud' ? 'border-l-4 border-warn pl-3 whitespace-pre-line' : 'whitespace-pre-line'
      }
    >
      {block.text}
    </p>
  )
}
