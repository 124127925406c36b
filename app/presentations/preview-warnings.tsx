import { useText } from '~/texts/use-text'
import { Notice } from '~/ui/page'
import type { Preview } from './preview.server'

/** What to think about before a profile is sent: it may tell who it is, or tell too little. */
export function PreviewWarnings({ preview, smallGroup }: { preview: Preview; smallGroup: boolean }) {
  const { t, language } = useText()
  const warnings = [
    smallGroup &&
      preview.sharers &&
      t('presentations:warning.rare_skill', {
        skill: preview.sharers[language],
        count: preview.sharers.count,
      }),
    preview.leftOut > 0 && t('presentations:warning.left_out', { count: preview.leftOut }),
    preview.profile.skills.length === 0 && t('presentations:warning.no_skills'),
    !preview.profile.headline && t('presentations:warning.no_headline'),
  ].filter((warning) => typeof warning === 'string')
  if (warnings.length === 0) return null
  return (
    <Notice tone="warn" title={t('presentations:warning.title')}>
      <ul className="list-disc space-y-1 pl-5">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Notice>
  )
}
