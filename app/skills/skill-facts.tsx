import { Link } from '@remix-run/react'
import { LANGUAGES } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Facts, Section } from '~/ui/page'
import type { listConceptsOf, SkillEdge, SkillFacts, SkillUse } from './skill-facts.server'
import { type SkillKind, wordKey } from './vocabulary'

/** The names of a skill in three languages, and what sort of thing it is. */
export function SkillNames({ skill }: { skill: Pick<SkillFacts, 'fi' | 'sv' | 'en' | 'kind'> }) {
  const { t } = useText()
  return (
    <Section id="names" title={t('skills:skill.names')}>
      <Facts
        facts={[
          ...LANGUAGES.map((code) => ({
            label: t(`ui:languages.${code}`),
            value: <span lang={code}>{skill[code]}</span>,
          })),
          { label: t('skills:skill.kind'), value: t(`skills:kind.${skill.kind as SkillKind}`) },
        ]}
      />
    </Section>
  )
}

/** Counts that open to their rows for whoever may see those. */
export function SkillUseFacts({
  skillId,
  use,
  most,
  mayOpen,
}: {
  skillId: string
  use: SkillUse
  most: number
  mayOpen: { people: boolean; needs: boolean }
}) {
  const { t } = useText()
  const shown = (count: number) =>
    count > most ? t('skills:skill.at_least', { number: most }) : String(count)
  const asked = `?skill=${encodeURIComponent(skillId)}`
  return (
    <Section id="use" title={t('skills:skill.use')}>
      <Facts
        facts={[
          {
            label: t('skills:skill.people'),
            value:
              mayOpen.people && use.people > 0 ? (
                <Link className="link" to={`/candidates${asked}`}>
                  {shown(use.people)}
                </Link>
              ) : (
                shown(use.people)
              ),
          },
          { label: t('skills:skill.cvs'), value: shown(use.cvs) },
          {
            label: t('skills:skill.needs'),
            value:
              mayOpen.needs && use.needs > 0 ? (
                <Link className="link" to={`/needs${asked}`}>
                  {shown(use.needs)}
                </Link>
              ) : (
                shown(use.needs)
              ),
          },
        ]}
      />
    </Section>
  )
}

/** The words a skill is found by besides its names, by language. */
export function SkillWordList({ skill }: { skill: SkillFacts }) {
  const { t } = useText()
  const names = new Set([skill.fi, skill.sv, skill.en].map(wordKey))
  const words = skill.words.filter(({ word }) => !names.has(wordKey(word)))
  const languages = (['any', ...LANGUAGES] as const).filter((code) =>
    words.some(({ language }) => language === code),
  )
  return (
    <Section id="words" title={t('skills:skill.words')}>
      {words.length === 0 && <p className="text-soft">{t('skills:skill.no_words')}</p>}
      <Facts
        facts={languages.map((code) => ({
          label: code === 'any' ? t('skills:skill.any_language') : t(`ui:languages.${code}`),
          value: (
            <span lang={code === 'any' ? undefined : code}>
              {words
                .filter(({ language }) => language === code)
                .map((word, index) => (
                  <span key={word.word}>
                    {index > 0 && ', '}
                    {word.word}
                    <WordMarks word={word} />
                  </span>
                ))}
            </span>
          ),
        }))}
      />
    </Section>
  )
}

function WordMarks({ word: { origin, strict } }: { word: SkillFacts['words'][number] }) {
  const { t, language } = useText()
  const marks = [
    ...(origin === 'own' ? [t('skills:skill.own_word')] : []),
    ...(strict ? [t('skills:skill.strict')] : []),
  ]
  if (marks.length === 0) return null
  return (
    <span lang={language} className="text-sm text-soft">
      {` (${marks.join(', ')})`}
    </span>
  )
}

/** What a skill is linked to, by kind, each with where the link comes from. */
export function SkillEdges({ edges }: { edges: SkillEdge[] }) {
  const { t, language } = useText()
  const kinds = [...new Set(edges.map(({ kind }) => kind))]
  return (
    <Section id="edges" title={t('skills:skill.edges')}>
      {edges.length === 0 && <p className="text-soft">{t('skills:skill.no_edges')}</p>}
      <Facts
        facts={kinds.map((kind) => ({
          label: t(`skills:skill.edge.${kind}`),
          value: (
            <ul>
              {edges
                .filter((edge) => edge.kind === kind)
                .map((edge) => (
                  <li key={`${edge.id} ${edge.origin}`}>
                    <Link className="link" to={`/skills/${edge.id}`}>
                      {edge[language]}
                    </Link>{' '}
                    <span className="text-sm text-soft">({t(`skills:skill.from.${edge.origin}`)})</span>
                  </li>
                ))}
            </ul>
          ),
        }))}
      />
    </Section>
  )
}

/** The same thing in classifications made elsewhere. */
export function SkillConcepts({ concepts }: { concepts: Awaited<ReturnType<typeof listConceptsOf>> }) {
  const { t, language } = useText()
  if (concepts.length === 0) return null
  return (
    <Section id="concepts" title={t('skills:skill.concepts')}>
      <ul>
        {concepts.map(({ uri, taxonomy, labels }) => (
          <li key={uri}>
            {t(`skills:taxonomy.names.${taxonomy}`)}: {labels[language] ?? labels.en ?? uri}
          </li>
        ))}
      </ul>
    </Section>
  )
}
