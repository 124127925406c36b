import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Card, Notice, Page, Section } from '~/ui/page'
import { listFollowUp } from '../follow-up.server'
import { FollowUpSections } from '../follow-up-sections'
import { NEXT, type Status } from '../placement'
import { Chain, PlacementFacts, PlacementStatus, StatusHistory } from '../placement-parts'
import { findPlacement, listChain, listPlacementEvents } from '../placements.server'

export const meta = pageTitle<typeof loader>(
  (data) => `${data.placement.title} · ${data.placement.companyName}`,
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'placements.read')
  const placement = orNotFound(await findPlacement(db, viewer, idParam(params, 'placementId')))
  const [chain, events, followUp] = await Promise.all([
    listChain(db, viewer, placement.id),
    listPlacementEvents(db, placement.id),
    listFollowUp(db, placement.id),
  ])
  const mayWrite = may(viewer, 'placements.write')
  // What people said in check-ins and assessments is about the person; figures need only that they were held.
  const seesWords = may(viewer, 'candidates.read')
  return {
    placement,
    chain,
    events: seesWords ? events : events.map((event) => ({ ...event, reason: '' })),
    followUp: seesWords ? followUp : { ...followUp, checkIns: [], assessments: [] },
    mayWrite,
    linksCandidate: seesWords,
    canMove: mayWrite && NEXT[placement.status as Status].length > 0,
  }
}

export default function PlacementPage() {
  const { t } = useText()
  const { placement, chain, events, followUp, mayWrite, linksCandidate, canMove } =
    useLoaderData<typeof loader>()
  const base = `/placements/${placement.id}`
  return (
    <Page
      title={
        <>
          {placement.title} <PlacementStatus status={placement.status} />
        </>
      }
      lead={placement.companyName}
      up={{ to: '/placements', label: t('placements:title') }}
      actions={
        <>
          {canMove && (
            <ButtonLink look="primary" to={`${base}/status`}>
              {t('placements:move.title')}
            </ButtonLink>
          )}
          {mayWrite && <ButtonLink to={`${base}/edit`}>{t('ui:edit')}</ButtonLink>}
        </>
      }
    >
      {placement.warnings.length > 0 && (
        <Notice tone="warn" title={t('placements:warning.title')}>
          <ul className="list-disc pl-5">
            {placement.warnings.map((warning) => (
              <li key={warning}>{t(`placements:warning.${warning}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Section
        id="chain"
        title={t('placements:section.chain')}
        actions={
          mayWrite &&
          placement.form !== 'hire' &&
          placement.status !== 'cancelled' && (
            <ButtonLink to={`/placements/new?after=${placement.id}`}>{t('placements:chain.next')}</ButtonLink>
          )
        }
      >
        <Chain chain={chain} current={placement.id} />
      </Section>
      <div className="grid gap-x-8 lg:grid-cols-2">
        <Section id="details" title={t('ui:details')}>
          <Card>
            <PlacementFacts placement={placement} linksCandidate={linksCandidate} />
          </Card>
        </Section>
        <div>
          <Section id="history" title={t('placements:section.history')}>
            <StatusHistory events={events} />
          </Section>
          <FollowUpSections base={base} followUp={followUp} mayWrite={mayWrite} />
        </div>
      </div>
    </Page>
  )
}
