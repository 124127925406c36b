import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { ActionButton } from '~/ui/form'
import { Facts, Notice } from '~/ui/page'
import type { CandidateSkill } from './candidate-skills.server'
import type { Candidate, findPrivateDetails } from './candidates.server'

/** What may be known of the person without a name. */
export function CandidateProfile({ candidate }: { candidate: Candidate }) {
  const { t, format } = useText()
  return (
    <Facts
      facts={[
        { label: t('candidates:field.about'), value: candidate.about },
        {
          label: t('candidates:field.languages'),
          value: candidate.languages.length > 0 && (
            <ul>
              {candidate.languages.map(({ language, level }) => (
                <li key={language}>
                  {format.language(language)}: {t(`candidates:level.${level}` as TextKey)}
                </li>
              ))}
            </ul>
          ),
        },
        {
          label: t('candidates:field.forms'),
          value: candidate.forms.map((form) => t(`candidates:form.${form}` as TextKey)).join(', '),
        },
        { label: t('candidates:field.works_in'), value: candidate.worksIn.join(', ') },
        { label: t('candidates:field.remote'), value: candidate.remote ? t('ui:yes') : t('ui:no') },
        {
          label: t('candidates:field.available_from'),
          value: candidate.availableFrom
            ? format.day(candidate.availableFrom)
            : t('candidates:field.available_untold'),
        },
        { label: t('candidates:field.municipality'), value: candidate.municipality },
        { label: t('candidates:field.coach'), value: candidate.coachName },
      ]}
    />
  )
}

export function PrivateDetails({
  details,
}: {
  details: NonNullable<Awaited<ReturnType<typeof findPrivateDetails>>>
}) {
  const { t, format } = useText()
  const onDay = (day: string | null) => day && format.day(day)
  return (
    <>
      {details.isHidden && <Notice tone="warn">{t('candidates:only_coach')}</Notice>}
      <Facts
        facts={[
          { label: t('candidates:field.non_disclosure'), value: details.nonDisclosure && t('ui:yes') },
          {
            label: t('candidates:field.email'),
            value: details.email && (
              <a className="link" href={`mailto:${details.email}`}>
                {details.email}
              </a>
            ),
          },
          {
            label: t('candidates:field.phone'),
            value: details.phone && (
              <a className="link" href={`tel:${details.phone}`}>
                {details.phone}
              </a>
            ),
          },
          { label: t('candidates:field.street'), value: details.street },
          { label: t('candidates:field.goal'), value: details.goal },
          { label: t('candidates:field.referred_by'), value: details.referredBy },
          { label: t('candidates:field.referred_on'), value: onDay(details.referredOn) },
          { label: t('candidates:field.eura_started_on'), value: onDay(details.euraStartedOn) },
          { label: t('candidates:field.eura_ended_on'), value: onDay(details.euraEndedOn) },
        ]}
      />
    </>
  )
}

/** Confirmed skills, each with the sentence that shows it. */
export function SkillList({
  base,
  skills,
  mayWrite,
}: {
  base: string
  skills: CandidateSkill[]
  mayWrite: boolean
}) {
  const { t, language } = useText()
  if (skills.length === 0) return <p className="text-soft">{t('candidates:skills.none')}</p>
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {skills.map((skill) => (
        <li key={skill.id} className="flex items-start justify-between gap-3 px-4 py-2">
          <div className="min-w-0">
            <p>
              <span className="font-medium">{skill[language]}</span>{' '}
              <span className="text-sm text-soft">
                {[
                  skill.level && t(`candidates:skill_level.${skill.level}` as TextKey),
                  skill.years && t('candidates:skills.years', { count: skill.years }),
                  t(`candidates:skills.source.${skill.source}` as TextKey),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </p>
            {skill.evidence && <p className="text-sm text-soft">”{skill.evidence}”</p>}
          </div>
          {mayWrite && (
            <ActionButton action={`${base}/skills/${skill.id}/removal`} look="quiet">
              {t('candidates:skills.remove')}
              <span className="sr-only"> {skill[language]}</span>
            </ActionButton>
          )}
        </li>
      ))}
    </ul>
  )
}
