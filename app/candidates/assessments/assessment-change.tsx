import { useText } from '~/texts/use-text'
import type { AssessmentForm } from './assessment'
import type { SelfAssessment } from './self-assessments.server'

/** Start and end side by side with the change of each area, as far as both versions asked about it. */
export function AssessmentChange({
  start,
  end,
  form,
}: {
  start: SelfAssessment
  end: SelfAssessment
  form: AssessmentForm
}) {
  const { t, format, language } = useText()
  const rows = end.result.areas.map((area) => ({
    name: form.content.areas.find(({ key }) => key === area.key)?.name[language] ?? area.key,
    before: start.result.areas.find(({ key }) => key === area.key),
    after: area,
  }))
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-card">
      <table className="w-full text-left">
        <caption className="px-4 py-2 text-left font-medium">{t('assessments:change')}</caption>
        <thead className="border-b border-line bg-paper text-sm">
          <tr>
            <th scope="col" className="px-4 py-2">
              {t('assessments:area')}
            </th>
            {[start, end].map((one) => (
              <th key={one.id} scope="col" className="px-4 py-2 text-right">
                {t(`assessments:wave.${one.wave}`)}
                <span className="block font-normal text-soft">{format.day(one.doneOn)}</span>
              </th>
            ))}
            <th scope="col" className="px-4 py-2 text-right">
              {t('assessments:difference')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line tabular-nums">
          {rows.map(({ name, before, after }) => (
            <tr key={after.key}>
              <th scope="row" className="px-4 py-2 font-normal">
                {name}
              </th>
              <td className="px-4 py-2 text-right">
                {before
                  ? t('assessments:of', { points: before.points, most: before.most })
                  : t('common:none')}
              </td>
              <td className="px-4 py-2 text-right">
                {t('assessments:of', { points: after.points, most: after.most })}
              </td>
              <td className="px-4 py-2 text-right font-medium">
                {before && before.most === after.most
                  ? signed(after.points - before.points)
                  : t('common:none')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function signed(change: number): string {
  if (change === 0) return '0'
  return change > 0 ? `+${change}` : `−${-change}`
}
