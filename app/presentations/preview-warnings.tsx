import { useText } from '~/texts/use-text'
import { Notice } from '~/ui/page'
import type { Preview } from './preview.server'

/** Rare skills named one by one; the rest are many enough to say so. */
const NAMED = 3

/** What to think about before a profile is sent: it may tell who it is, or tell too little. */
export function PreviewWarnings({ preview }: { preview: Preview }) {
  const { t, format, language } = useText()
  const { profile, rareSkills, rareThere, hints } = preview
  const warnings = [
    ...rareSkills
      .slice(0, NAMED)
      .map((skill) => t('presentations:warning.rare_skill', { skill: skill[language], count: skill.count })),
    rareSkills.length > NAMED &&
      t('presentations:warning.more_rare_skills', { count: rareSkills.length - NAMED }),
    rareThere &&
      t('presentations:warning.rare_there', {
        skill: rareThere[language],
        places: format.list(rareThere.places),
        count: rareThere.count,
      }),
    hints.capitalised.length > 0 &&
      t('presentations:warning.capitalised', { words: format.list(hints.capitalised) }),
    hints.hidden > 0 && t('presentations:warning.hidden', { count: hints.hidden }),
    preview.leftOut > 0 && t('presentations:warning.left_out', { count: preview.leftOut }),
    profile.skills.length === 0 && t('presentations:warning.no_skills'),
    !profile.headline && t('presentations:warning.no_headline'),
  ].filter((warning) => typeof warning === 'string')
  return (
    <>
      {preview.needsSecondLook && (
        <Notice tone="bad" title={t('presentations:second_look.title')}>
          {t('presentations:second_look.lead')}
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice tone="warn" title={t('presentations:warning.title')}>
          <ul className="list-disc space-y-1 pl-5">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
