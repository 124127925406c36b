import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Badge, Section } from '~/ui/page'
import type { OutsideRow } from './outside-assessments.server'

/** Assessments made elsewhere: which, when and whether done; why nothing more is kept is said beside. */
export function OutsideAssessments({
  base,
  rows,
  mayWrite = false,
}: {
  base: string
  rows: OutsideRow[]
  mayWrite?: boolean
}) {
  const { t, format } = useText()
  return (
    <Section
      id="outside"
      title={t('assessments:outside.title')}
      actions={mayWrite && <ButtonLink to={`${base}/new`}>{t('assessments:outside.add')}</ButtonLink>}
    >
      <p className="mb-3 text-soft">{t('assessments:outside.why')}</p>
      {rows.length === 0 ? (
        <p className="text-soft">{t('assessments:outside.none')}</p>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-card">
          {rows.map((row) => {
            const name = t(`assessments:outside.instrument.${row.instrument}` as TextKey)
            const day = row.doneOn ?? row.plannedOn
            return (
              <li key={row.id} className="flex flex-wrap items-center gap-x-3 px-4 py-2">
                <span className="grow">
                  {name}, {t(`assessments:outside.wave.${row.wave}` as TextKey)}
                  {day && `, ${format.day(day)}`}
                </span>
                <Badge tone={row.doneOn ? 'good' : 'info'}>
                  {t(row.doneOn ? 'assessments:outside.done' : 'assessments:outside.planned')}
                </Badge>
                {mayWrite && !row.doneOn && (
                  <ActionButton look="quiet" action={`${base}/${row.id}`} fields={{ change: 'done' }}>
                    {t('assessments:outside.mark_done')}
                    <span className="sr-only"> {name}</span>
                  </ActionButton>
                )}
                {mayWrite && (
                  <ActionButton look="quiet" action={`${base}/${row.id}`} fields={{ change: 'removed' }}>
                    {t('ui:remove')}
                    <span className="sr-only"> {name}</span>
                  </ActionButton>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
