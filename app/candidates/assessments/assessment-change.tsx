import { useMemo } from 'react'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import type { AssessmentForm } from './assessment'
import type { SelfAssessment } from './self-assessments.server'

type Points = { points: number; most: number }
type Row = { id: string; name: string; before: Points | undefined; after: Points }

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
  const rows = end.result.areas.map(
    (area): Row => ({
      id: area.key,
      name: form.content.areas.find(({ key }) => key === area.key)?.name[language] ?? area.key,
      before: start.result.areas.find(({ key }) => key === area.key),
      after: area,
    }),
  )
  const headers = [start, end].map((one) => `${t(`assessments:wave.${one.wave}`)} ${format.day(one.doneOn)}`)
  const [before = '', after = ''] = headers
  const columns = useMemo((): Column<Row>[] => {
    const of = (points: Points | undefined) =>
      points ? t('assessments:of', { points: points.points, most: points.most }) : t('ui:none')
    return [
      { id: 'area', header: t('assessments:area'), cell: (row) => row.name },
      { id: 'before', header: before, align: 'right', cell: (row) => of(row.before) },
      { id: 'after', header: after, align: 'right', cell: (row) => of(row.after) },
      { id: 'change', header: t('assessments:difference'), align: 'right', cell: (row) => changeOf(row) },
    ]
  }, [t, before, after])
  return (
    <>
      <h3 className="mb-2 font-medium">{t('assessments:change')}</h3>
      <DataTable caption={t('assessments:change')} columns={columns} rows={rows} />
    </>
  )
}

/** Points of different scales say nothing beside each other. */
function changeOf({ before, after }: Row): string {
  if (before?.most !== after.most) return '–'
  const change = after.points - before.points
  if (change === 0) return '0'
  return change > 0 ? `+${change}` : `−${-change}`
}
