import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { ActionButton } from '~/ui/form'
import type { OwnSkill } from './own-data.server'

/** Each skill with where it came from, to be confirmed or taken away by the person. */
export function OwnSkillList({ skills }: { skills: OwnSkill[] }) {
  const { t, format, language } = useText()
  if (skills.length === 0) return <p className="text-soft">{t('candidates:skills.none')}</p>
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {skills.map((skill) => (
        <li key={skill.id} className="px-4 py-3">
          <p>
            <span className="font-medium">{skill[language]}</span>
            {skill.level && (
              <span className="text-soft">, {t(`candidates:skill_level.${skill.level}` as TextKey)}</span>
            )}
          </p>
          {skill.evidence && <q className="block text-base italic">{skill.evidence}</q>}
          <p className="text-base text-soft first-letter:uppercase">
            {[
              t(`person:skill.source.${skill.source}` as TextKey),
              skill.confirmerName &&
                t('person:data.written', {
                  name: skill.confirmerName,
                  day: format.moment(skill.confirmedAt),
                }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <div className="mt-2 flex flex-wrap items-center gap-3">
            {skill.personConfirmedAt ? (
              <span className="text-base text-good">
                <span aria-hidden="true">✓ </span>
                {t('person:skill.confirmed', { day: format.moment(skill.personConfirmedAt) })}
              </span>
            ) : (
              <ActionButton action={`/own/skills/${skill.id}/confirmation`}>
                {t('person:skill.confirm')}
                <span className="sr-only"> {skill[language]}</span>
              </ActionButton>
            )}
            <ActionButton look="quiet" action={`/own/skills/${skill.id}/removal`}>
              {t('person:skill.remove')}
              <span className="sr-only"> {skill[language]}</span>
            </ActionButton>
          </div>
        </li>
      ))}
    </ul>
  )
}
