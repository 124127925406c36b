import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { WordDecision } from '~/skills/unknown-words/unknown-word'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Card, Section } from '~/ui/page'
import type { NotUnderstoodThings } from './not-understood.server'

/** Words and lines of a CV that nothing was made of, each with what can be done. */
export function NotUnderstood({ things, base }: { things: NotUnderstoodThings; base: string }) {
  const { t, language } = useText()
  const add = `${base}/findings/new`
  if (things.words.length + things.lines.length === 0) return null
  return (
    <Section id="not-understood" title={t('cvs:not_understood')}>
      <p className="mb-3 text-soft">{t('cvs:not_understood_lead')}</p>
      <Card>
        <ul className="divide-y divide-line">
          {things.words.map((word) => (
            <Row key={word.id} words={word.words} pickAt={`${add}?word=${word.id}`}>
              <span className="text-sm text-soft">
                {t(`cvs:word_state.${(word.decision ?? 'waiting') as WordDecision | 'waiting'}`)}
                {word.skillId && (
                  <>
                    {': '}
                    <Link className="link" to={`/skills/${word.skillId}`}>
                      {word[language]}
                    </Link>
                  </>
                )}
              </span>
            </Row>
          ))}
          {things.lines.map(({ text, mayWait }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are never moved, and two may be equal
            <Row key={index} words={text} pickAt={`${add}?line=${index}`}>
              {mayWait && (
                <ActionButton action={add} fields={{ words: text, queue: 'yes' }} look="quiet">
                  {t('cvs:queue_word')}
                  <span className="sr-only"> {text}</span>
                </ActionButton>
              )}
            </Row>
          ))}
        </ul>
      </Card>
    </Section>
  )
}

function Row({ words, pickAt, children }: { words: string; pickAt: string; children: ReactNode }) {
  const { t } = useText()
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
      <span className="min-w-0 break-words">”{words}”</span>
      <span className="flex flex-wrap items-center gap-3">
        {children}
        <ButtonLink to={pickAt}>
          {t('cvs:pick_skill')}
          <span className="sr-only"> {words}</span>
        </ButtonLink>
      </span>
    </li>
  )
}
