import { useText } from '~/texts/use-text'
import { Card, Section } from '~/ui/page'
import { AreaBar } from './area-bar'
import { type AssessmentForm, spanOf } from './assessment'
import type { SelfAssessment } from './self-assessments.server'

/** What the answers come to and why: the level with its span of points, the points by area, each answer. */
export function AssessmentResult({ assessment, form }: { assessment: SelfAssessment; form: AssessmentForm }) {
  const { t, language } = useText()
  const { content } = form
  const { points, most, level, areas } = assessment.result
  const reached = level === null ? undefined : content.levels[level]
  return (
    <>
      {reached && level !== null && (
        <Section id="level" title={t('assessments:level')}>
          <Card>
            <p className="text-xl font-semibold">{reached.name[language]}</p>
            <p>{reached.explanation[language]}</p>
            <p className="mt-2 text-soft">
              {t('assessments:why_level', { points, most, ...spanOf(content, level, most) })}
            </p>
            <h3 className="mt-4 font-semibold">{t('assessments:route')}</h3>
            <p>{reached.route[language]}</p>
          </Card>
        </Section>
      )}
      <Section id="areas" title={t('assessments:by_area')}>
        <ul className="space-y-3">
          {areas.map((area) => (
            <li key={area.key}>
              <AreaBar
                name={content.areas.find(({ key }) => key === area.key)?.name[language] ?? area.key}
                points={area.points}
                most={area.most}
              />
            </li>
          ))}
        </ul>
      </Section>
      <Section id="answers" title={t('assessments:answers')}>
        <dl className="divide-y divide-line rounded-lg border border-line bg-card">
          {content.questions.map((question) => (
            <div key={question.key} className="px-4 py-2">
              <dt className="text-soft">{question.text[language]}</dt>
              <dd>
                {question.options[assessment.answers[question.key] ?? -1]?.text[language]}
                {level !== null && (
                  <span className="text-soft">
                    {' '}
                    {t('assessments:points', pointsOf(assessment, question))}
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  )
}

function pointsOf(
  { answers }: SelfAssessment,
  { key, options }: AssessmentForm['content']['questions'][number],
) {
  return {
    points: options[answers[key] ?? -1]?.points ?? 0,
    most: Math.max(...options.map(({ points }) => points)),
  }
}
