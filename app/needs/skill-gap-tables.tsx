import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import type { GapService } from './gap-services'
import type { GapRow, NamedGap } from './skill-gaps.server'

/** Skills that open needs ask for, with how many people each alone keeps out. */
export function GapTable({ gaps }: { gaps: NamedGap[] }) {
  const { t, format } = useText()
  const columns: Column<NamedGap & { id: string }>[] = [
    { id: 'skill', header: t('gaps:skill'), cell: ({ name }) => name },
    {
      id: 'needs',
      header: t('gaps:needs'),
      align: 'right',
      cell: ({ needs, skillId, words, name }) => (
        <Link
          className="link"
          to={
            skillId ? `/needs?skill=${encodeURIComponent(skillId)}` : `/needs?q=${encodeURIComponent(words)}`
          }
          aria-label={t('gaps:needs_of', { count: needs, skill: name })}
        >
          {format.number(needs)}
        </Link>
      ),
    },
    {
      id: 'people',
      header: t('gaps:one_step'),
      align: 'right',
      cell: ({ oneStep, key, name }) =>
        oneStep === 0 ? (
          0
        ) : (
          <Link
            className="link"
            to={`?gap=${encodeURIComponent(key)}#rows`}
            aria-label={t('gaps:people_of', { count: oneStep, skill: name })}
          >
            {format.number(oneStep)}
          </Link>
        ),
    },
    {
      id: 'services',
      header: t('matching:services_title'),
      cell: ({ services }) => format.list(services.map((service) => t(`gaps:service.${service}`))),
    },
  ]
  return (
    <DataTable
      caption={t('gaps:title')}
      columns={columns}
      rows={gaps.map((gap) => ({ ...gap, id: gap.key }))}
    />
  )
}

/** People who lack nothing but the skill, each with the need and the service that could help. */
export function GapRows({ rows }: { rows: GapRow[] }) {
  const { t, format } = useText()
  const sayService = ({ service, about }: GapService) =>
    t(`matching:service.${service}`, {
      about: format.list(service === 'language_support' ? about.map(format.language) : about),
    })
  const columns: Column<GapRow>[] = [
    {
      id: 'person',
      header: t('candidates:column.number'),
      cell: ({ personId, needId, number }) => (
        <Link className="link" to={`/needs/${needId}/people/${personId}`}>
          {number}
        </Link>
      ),
    },
    {
      id: 'need',
      header: t('gaps:need'),
      cell: ({ needId, needTitle, companyName }) => (
        <>
          <Link className="link" to={`/needs/${needId}/matches`}>
            {needTitle}
          </Link>
          <span className="block text-sm text-soft">{companyName}</span>
        </>
      ),
    },
    {
      id: 'services',
      header: t('matching:services_title'),
      cell: ({ services }) => (
        <ul>
          {services.map((service) => (
            <li key={service.service}>{sayService(service)}</li>
          ))}
        </ul>
      ),
    },
  ]
  return <DataTable caption={t('gaps:one_step')} columns={columns} rows={rows} />
}
