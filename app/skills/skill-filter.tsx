import { useText } from '~/texts/use-text'

/** Says by which skill a list is narrowed, and keeps it so while its other filters change. */
export function SkillFilter({ skill }: { skill: { id: string; fi: string; sv: string; en: string } | null }) {
  const { t, language } = useText()
  if (!skill) return null
  return (
    <p className="basis-full">
      <input type="hidden" name="skill" value={skill.id} />
      {t('skills:filtered_by', { skill: skill[language] })}
    </p>
  )
}
