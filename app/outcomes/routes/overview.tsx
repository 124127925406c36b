import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Card, EmptyState, Page, Section } from '~/ui/page'
import { countFunnel, findLiveliestRound, listRounds } from '../funnel.server'
import { FunnelChart } from '../funnel-chart'

export const meta = pageTitle('outcomes:title')

/** The funnel of the round at hand; the others are a link away. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'outcomes.read')
  const [rounds, liveliest] = await Promise.all([listRounds(db, viewer), findLiveliestRound(db, viewer)])
  const asked = new URL(request.url).searchParams.get('round') ?? liveliest
  const round = rounds.find(({ id }) => id === asked) ?? rounds[0]
  return { rounds, round, counts: round ? await countFunnel(db, round.id) : null, today: today() }
}

export default function Outcomes() {
  const { t, format } = useText()
  const { rounds, round, counts, today } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('outcomes:title')}
      lead={t('outcomes:lead')}
      actions={<ButtonLink to="/outcomes/figures">{t('outcomes:figures.title')}</ButtonLink>}
    >
      {!round || !counts ? (
        <EmptyState title={t('outcomes:empty_title')}>{t('outcomes:empty')}</EmptyState>
      ) : (
        <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_16rem]">
          <Section id="funnel" title={round.name}>
            <p className="mb-3 text-sm text-soft">
              {round.projectName} ({round.projectCode}) · {t('outcomes:as_of', { day: format.day(today) })}
            </p>
            <Card>
              <FunnelChart base={`/outcomes/rounds/${round.id}`} counts={counts} />
            </Card>
          </Section>
          <Section id="rounds" title={t('outcomes:rounds')}>
            <ul className="space-y-1">
              {rounds.map((other) => (
                <li key={other.id}>
                  <Link
                    className="link"
                    aria-current={other.id === round.id ? 'true' : undefined}
                    to={`/outcomes?round=${other.id}`}
                  >
                    {other.name}
                  </Link>
                  {other.startsOn && <span className="text-sm text-soft"> {format.day(other.startsOn)}</span>}
                </li>
              ))}
            </ul>
          </Section>
        </div>
      )}
    </Page>
  )
}
