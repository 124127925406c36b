import { useText } from '~/texts/use-text'
import type { AssessmentContent } from './assessment'

/** A version to read: levels with their routes, and each question with the points of its options. */
export function FormContent({ content }: { content: AssessmentContent }) {
  const { t, language } = useText()
  return (
    <div className="divide-y divide-line rounded-lg border border-line bg-card">
      {content.levels.length > 0 && (
        <details className="px-4 py-3">
          <summary className="min-h-8 font-medium">{t('assessments:edit.levels')}</summary>
          <dl className="space-y-2">
            {content.levels.map((level) => (
              <div key={level.from}>
                <dt className="font-medium">
                  {t('assessments:from_points', { name: level.name[language], from: level.from })}
                </dt>
                <dd>
                  <p>{level.explanation[language]}</p>
                  <p className="text-soft">{level.route[language]}</p>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {content.areas.map((area) => (
        <details key={area.key} className="px-4 py-3">
          <summary className="min-h-8 font-medium">{area.name[language]}</summary>
          <dl className="space-y-2">
            {content.questions
              .filter((question) => question.area === area.key)
              .map((question) => (
                <div key={question.key}>
                  <dt>{question.text[language]}</dt>
                  <dd className="text-soft">
                    {question.options
                      .map((option) => `${option.text[language]} (${option.points})`)
                      .join(' · ')}
                  </dd>
                </div>
              ))}
          </dl>
        </details>
      ))}
    </div>
  )
}
