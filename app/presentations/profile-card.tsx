import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Card, Facts } from '~/ui/page'
import type { ShownLine, ShownMatch, ShownProfile, ShownSkill } from './shown-profile'

/** A profile as it was written down; without one it is kept from this viewer under non-disclosure for safety. */
export function KeptProfile({ profile, match }: { profile: ShownProfile | null; match: ShownMatch | null }) {
  const { t } = useText()
  if (!profile) return <p className="text-soft">{t('presentations:for_coach_only')}</p>
  return <ProfileCard profile={profile} match={match} />
}

/** A profile as the employer sees it, on a phone first. The preview of the house shows this same card. */
export function ProfileCard({ profile, match }: { profile: ShownProfile; match: ShownMatch | null }) {
  const { t, format } = useText()
  const asked = new Set(match?.lines.flatMap((line) => line.skillId ?? []))
  const others = profile.skills.filter((skill) => !asked.has(skill.id))
  return (
    <Card>
      <h2 className="mb-2 text-xl font-semibold">{profile.headline ?? t('presentations:no_headline')}</h2>
      {profile.about && <p className="mb-5 max-w-prose whitespace-pre-line">{profile.about}</p>}
      {match && match.lines.length > 0 && (
        <>
          <h3 className="mb-1 font-semibold">{t('presentations:what_you_asked')}</h3>
          <ul className="mb-5 divide-y divide-line border-y border-line">
            {match.lines.map((line) => (
              <AskedLine key={line.words} line={line} skills={profile.skills} />
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <>
          <h3 className="mb-1 font-semibold">
            {t(match ? 'presentations:other_skills' : 'presentations:skills')}
          </h3>
          <ul className="mb-5 divide-y divide-line border-y border-line">
            {others.map((skill) => (
              <li key={skill.id} className="py-2">
                <SkillWithEvidence skill={skill} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="mb-1 font-semibold">{t('presentations:practical')}</h3>
      <Facts
        facts={[
          {
            label: t('presentations:languages'),
            value:
              profile.languages.length > 0 &&
              profile.languages
                .map(
                  ({ language, level }) =>
                    `${format.language(language)}: ${t(`candidates:level.${level}` as TextKey)}`,
                )
                .join(', '),
          },
          {
            label: t('presentations:looks_for'),
            value:
              profile.forms.length > 0 &&
              format.list(profile.forms.map((form) => t(`candidates:form.${form}` as TextKey).toLowerCase())),
          },
          {
            label: t('presentations:works_in'),
            value: profile.worksIn.length > 0 && format.list(profile.worksIn),
          },
          { label: t('presentations:remote'), value: t(profile.remote ? 'ui:yes' : 'ui:no') },
          {
            label: t('presentations:available_from'),
            value: profile.availableFrom
              ? format.day(profile.availableFrom)
              : t('presentations:available_untold'),
          },
        ]}
      />
    </Card>
  )
}

function AskedLine({ line, skills }: { line: ShownLine; skills: ShownSkill[] }) {
  const { t } = useText()
  const skill = skills.find(({ id }) => id === line.skillId)
  return (
    <li className="py-2">
      <p>
        <span aria-hidden="true" className={line.covered ? 'text-good' : 'text-soft'}>
          {line.covered ? '✓ ' : '– '}
        </span>
        <q className="font-medium">{line.words}</q>{' '}
        <span className="text-sm text-soft">
          {t(
            line.covered
              ? 'presentations:line_covered'
              : line.link === 'not_compared'
                ? 'presentations:line_not_compared'
                : skill
                  ? 'presentations:line_near'
                  : 'presentations:line_missing',
          )}
        </span>
      </p>
      {skill && (
        <div className="pl-5">
          <SkillWithEvidence skill={skill} />
        </div>
      )}
    </li>
  )
}

function SkillWithEvidence({ skill }: { skill: ShownSkill }) {
  const { t, language } = useText()
  return (
    <>
      <p>
        {skill[language]}
        {skill.level && (
          <span className="text-sm text-soft">
            {' '}
            · {t(`candidates:skill_level.${skill.level}` as TextKey)}
          </span>
        )}
      </p>
      {skill.evidence && <q className="text-sm italic">{skill.evidence}</q>}
    </>
  )
}
