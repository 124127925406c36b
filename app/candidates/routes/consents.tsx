import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Badge, Page, Section } from '~/ui/page'
import type { ConsentTier } from '../consent'
import { listEndingConsents, listNewRefusals, listWaitingQuestions } from '../consent-follow-up.server'

export const meta = pageTitle('consents:follow_up')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'consents.write')
  const all = new URL(request.url).searchParams.get('whose') === 'all'
  const whose = { viewer, all }
  const [ending, waiting, refusals] = await Promise.all([
    listEndingConsents(db, whose),
    listWaitingQuestions(db, whose),
    listNewRefusals(db, whose),
  ])
  return { all, ending, waiting, refusals }
}

export default function ConsentFollowUp() {
  const { t, format } = useText()
  const { all, ending, waiting, refusals } = useLoaderData<typeof loader>()
  const here = all ? '/consents?whose=all' : '/consents'
  return (
    <Page
      title={t('consents:follow_up')}
      lead={t('consents:follow_up_lead')}
      actions={
        <ButtonLink to={all ? '/consents' : '/consents?whose=all'}>
          {t(all ? 'candidates:filter.only_mine' : 'candidates:filter.all')}
        </ButtonLink>
      }
    >
      <Section id="ending" title={t('consents:ending')}>
        <Lines empty={t('consents:none_ending')} rows={ending}>
          {(row) => (
            <>
              <Line {...row} />
              <p className="text-sm">{t('consents:in_force_until', { day: format.day(row.expiresOn) })}</p>
              {row.askedAt ? (
                <p className="text-sm text-soft">
                  {t('consents:asked_at', { moment: format.moment(row.askedAt) })}
                </p>
              ) : (
                <ActionButton
                  action={`/candidates/${row.candidateId}/consents/${row.id}/renewal`}
                  fields={{ to: here }}
                >
                  {t('consents:ask_renewal')}
                  <span className="sr-only"> {row.number}</span>
                </ActionButton>
              )}
            </>
          )}
        </Lines>
      </Section>
      <Section id="waiting" title={t('consents:waiting')}>
        <Lines empty={t('consents:none_waiting')} rows={waiting}>
          {(row) => (
            <>
              <Line {...row} />
              <p className="text-sm text-soft">
                {t('consents:asked_at', { moment: format.moment(row.askedAt) })}
              </p>
            </>
          )}
        </Lines>
      </Section>
      <Section id="refusals" title={t('consents:new_refusals')}>
        <Lines empty={t('consents:none_refused')} rows={refusals}>
          {(row) => (
            <>
              <Line {...row} />
              <p className="flex flex-wrap items-center gap-2 text-sm">
                <Badge tone="bad">{t(`consents:${row.standing}`)}</Badge>
                {format.moment(row.at)}
              </p>
            </>
          )}
        </Lines>
      </Section>
    </Page>
  )
}

function Lines<Row extends { id: string }>({
  rows,
  empty,
  children,
}: {
  rows: Row[]
  empty: string
  children: (row: Row) => ReactNode
}) {
  if (rows.length === 0) return <p className="text-soft">{empty}</p>
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-2">
          {children(row)}
        </li>
      ))}
    </ul>
  )
}

type LineProps = {
  candidateId: string
  number: string
  name: string | null
  tier: ConsentTier
  scope: string | null
}

function Line({ candidateId, number, name, tier, scope }: LineProps) {
  const { t } = useText()
  return (
    <p className="min-w-0 grow basis-60">
      <Link className="link font-medium" to={`/candidates/${candidateId}#consents`}>
        {name ? `${name} (${number})` : number}
      </Link>{' '}
      {t(`consents:tier.${tier}`)}
      {scope && `, ${scope}`}
    </p>
  )
}
