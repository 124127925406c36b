import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Section } from '~/ui/page'
import { type AssessmentForm, INSTRUMENTS, type Instrument } from './assessment'
import { AssessmentChange } from './assessment-change'
import type { SelfAssessment } from './self-assessments.server'

type Props = {
  base: string
  by: 'person' | 'coach'
  assessments: SelfAssessment[]
  forms: AssessmentForm[]
}

/** Both of the house's own forms: what has been filled in, what it came to, and how the end differs from the start. */
export function AssessmentOverview({ base, by, assessments, forms }: Props) {
  const { t } = useText()
  return INSTRUMENTS.map((instrument) => (
    <Section
      key={instrument}
      id={instrument}
      title={t(`assessments:instrument.${instrument}`)}
      actions={
        <ButtonLink to={`${base}/${instrument}/new`}>
          {t(by === 'coach' ? 'assessments:fill_together' : 'assessments:fill')}
          <span className="sr-only"> {t(`assessments:instrument.${instrument}`)}</span>
        </ButtonLink>
      }
    >
      <p className="mb-3 text-soft">{t(`assessments:about.${instrument}`)}</p>
      <Filled
        base={base}
        instrument={instrument}
        filled={assessments.filter((one) => one.instrument === instrument)}
        forms={forms}
      />
    </Section>
  ))
}

function Filled({
  base,
  instrument,
  filled,
  forms,
}: {
  base: string
  instrument: Instrument
  filled: SelfAssessment[]
  forms: AssessmentForm[]
}) {
  const { t, format, language } = useText()
  if (filled.length === 0) return <p className="text-soft">{t('assessments:none')}</p>
  const formOf = (one: SelfAssessment) =>
    forms.find((form) => form.instrument === instrument && form.version === one.formVersion)
  const [start, end] = (['start', 'end'] as const).map((wave) => filled.find((one) => one.wave === wave))
  const form = end && formOf(end)
  return (
    <>
      <ul className="mb-4 divide-y divide-line rounded-lg border border-line bg-card">
        {filled.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3 px-4 py-2">
            <Link className="link inline-flex min-h-8 items-center" to={`${base}/${one.id}`}>
              {t(`assessments:wave.${one.wave}`)}, {format.day(one.doneOn)}
            </Link>
            <span>
              {one.result.level === null
                ? t('assessments:points', { points: one.result.points, most: one.result.most })
                : formOf(one)?.content.levels[one.result.level]?.name[language]}
            </span>
            <span className="text-sm text-soft">{t(`assessments:how.${one.how}`)}</span>
          </li>
        ))}
      </ul>
      {start && end && form && <AssessmentChange start={start} end={end} form={form} />}
    </>
  )
}
