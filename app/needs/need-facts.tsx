import { useCallback } from 'react'
import { tellsOfPerson } from '~/skills/person-words'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Badge, Facts, type Tone } from '~/ui/page'
import type { Need, NeedSkillRow } from './needs.server'

const TONES: Record<string, Tone> = { open: 'info', filled: 'good', closed: 'plain' }

export function NeedStatusBadge({ status }: { status: string }) {
  const { t } = useText()
  return <Badge tone={TONES[status]}>{t(`needs:status.${status}` as TextKey)}</Badge>
}

/** Forms of work as words of one line. */
export function useFormList() {
  const { t, format } = useText()
  return useCallback(
    (forms: string[]) =>
      forms.length === 0
        ? t('ui:none')
        : format.list(forms.map((form) => t(`candidates:form.${form}` as TextKey).toLowerCase())),
    [t, format],
  )
}

/** What is asked for beside skills. */
export function NeedFacts({ need }: { need: Need }) {
  const { t, format } = useText()
  const formList = useFormList()
  return (
    <Facts
      facts={[
        { label: t('needs:field.headcount'), value: format.number(need.headcount) },
        { label: t('needs:field.forms'), value: need.forms.length > 0 && formList(need.forms) },
        {
          label: t('needs:field.languages'),
          value:
            need.languages.length > 0 &&
            format.list(need.languages.map(({ language, level }) => `${format.language(language)} ${level}`)),
        },
        { label: t('needs:field.municipality'), value: need.municipality },
        { label: t('needs:field.remote'), value: t(`needs:remote.${need.remote}` as TextKey) },
        { label: t('needs:field.starts_on'), value: need.startsOn && format.day(need.startsOn) },
        { label: t('needs:field.valid_until'), value: need.validUntil && format.day(need.validUntil) },
        { label: t('needs:field.contact'), value: need.contactName },
        { label: t('needs:field.owner'), value: need.ownerName },
      ]}
    />
  )
}

/** The employer's words for each skill, with what the vocabulary makes of them. */
export function NeededSkills({ skills }: { skills: NeedSkillRow[] }) {
  const { t, language } = useText()
  if (skills.length === 0) return <p className="text-soft">{t('needs:no_skills')}</p>
  return (
    <ul className="-my-2 divide-y divide-line">
      {skills.map((skill) => (
        <li key={skill.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
          <q className="font-medium">{skill.words}</q>
          <Badge tone={skill.must ? 'info' : 'plain'}>
            {t(skill.must ? 'needs:must.must' : 'needs:must.nice')}
          </Badge>
          {skill.level && (
            <span className="text-sm">{t(`candidates:skill_level.${skill.level}` as TextKey)}</span>
          )}
          {skill.skillId ? (
            <span className="text-sm text-soft">
              {t('needs:recognised', { skill: skill[language] ?? '' })}
            </span>
          ) : (
            <span className="text-sm text-warn">
              {t(tellsOfPerson(skill.words) ? 'needs:never_searched' : 'needs:not_recognised')}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
