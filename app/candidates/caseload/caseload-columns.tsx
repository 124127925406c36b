import { Link } from '@remix-run/react'
import { useMemo } from 'react'
import { useText } from '~/texts/use-text'
import type { Column } from '~/ui/data-table'
import { Badge, Unknown } from '~/ui/page'
import type { CaseloadRow } from './caseload.server'
import { PaceBadge } from './pace-badge'

/** The columns of a caseload; only one's own can be sorted. */
export function useCaseloadColumns(sortable: boolean): Column<CaseloadRow>[] {
  const { t, format } = useText()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('candidates:column.name'),
        sort: sortable ? 'name' : undefined,
        cell: (row) => (
          <>
            <Link className="link" to={`/candidates/${row.id}`}>
              {row.name}
            </Link>{' '}
            <span className="text-sm whitespace-nowrap text-soft">{row.number}</span>
            {!row.isOwn && (
              <span className="block text-sm text-soft">{row.coachName ?? t('caseload:no_coach')}</span>
            )}
          </>
        ),
      },
      {
        id: 'next',
        header: t('caseload:next_step.title'),
        sort: sortable ? 'next' : undefined,
        cell: (row) =>
          row.nextStep ? (
            <>
              {row.nextStepOn && <span className="font-medium">{format.day(row.nextStepOn)} </span>}
              {row.nextStep}
            </>
          ) : (
            <Unknown />
          ),
      },
      {
        id: 'last',
        header: t('caseload:last_contact'),
        cell: (row) => (row.lastOn ? format.day(row.lastOn) : <Unknown />),
      },
      {
        id: 'pace',
        header: t('caseload:cadence.title'),
        sort: sortable ? 'urgency' : undefined,
        cell: (row) => (row.pace ? <PaceBadge row={row} /> : <Unknown />),
      },
      {
        id: 'consent',
        header: t('caseload:consent_ends'),
        cell: (row) =>
          row.consentEndsOn ? (
            <Link className="link" to={`/candidates/${row.id}#consents`}>
              <Badge tone="warn">{format.day(row.consentEndsOn)}</Badge>
            </Link>
          ) : (
            <Unknown />
          ),
      },
      {
        id: 'note',
        header: t('caseload:contact.title'),
        cell: (row) => (
          <Link className="link inline-flex min-h-6 items-center" to={`/candidates/${row.id}/notes/new`}>
            {t('candidates:note.add')}
            <span className="sr-only"> {row.number}</span>
          </Link>
        ),
      },
    ],
    [t, format, sortable],
  )
}
