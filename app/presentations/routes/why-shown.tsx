import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { decisionsFor } from '~/needs/match-decisions.server'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Page, Section } from '~/ui/page'
import { DecisionLine, PutForward } from '../decision-line'
import { personAndNeed } from '../person-and-need.server'
import { listStandings, standingNow } from '../sealed-lists.server'
import { listToSeal } from '../sealing.server'
import { groundsOf } from '../why-shown'
import { WhyShown } from '../why-shown-list'

export const meta = pageTitle('lists:why.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'matches.read')
  const { need, candidate } = await personAndNeed(viewer, params)
  const [list, past, decisions] = await Promise.all([
    listToSeal(db, viewer, need, candidate.id),
    listStandings(db, candidate.id, { needId: need.id }),
    decisionsFor(db, need.id),
  ])
  return {
    need: { id: need.id, title: need.title, companyName: need.companyName, isOpen: need.status === 'open' },
    candidate: { id: candidate.id, number: candidate.number, hasEnded: candidate.endedAt !== null },
    grounds: groundsOf(standingNow(list)),
    past,
    decision: decisions.get(candidate.id) ?? null,
    mayDecide: may(viewer, 'presentations.write'),
  }
}

export default function WhyShownPage() {
  const { t, format } = useText()
  const { need, candidate, grounds, past, decision, mayDecide } = useLoaderData<typeof loader>()
  const base = `/needs/${need.id}/people/${candidate.id}`
  const wasShown = grounds.some(({ ground }) => ground === 'shown_before')
  return (
    <Page
      title={t('lists:why.title')}
      lead={
        <>
          <Link className="link" to={`/candidates/${candidate.id}`}>
            {candidate.number}
          </Link>
          , {need.title}, {need.companyName}
        </>
      }
      up={{ to: `/needs/${need.id}/matches`, label: need.title }}
      actions={
        mayDecide &&
        decision?.decision !== 'left_out' && (
          <ButtonLink to={`${base}/leaving-out`}>{t('lists:leaving_out.action')}</ButtonLink>
        )
      }
    >
      <Section id="now" title={t('lists:why.now')}>
        <p className="mb-2 text-soft">{t('lists:why.now_lead')}</p>
        {candidate.hasEnded && <p>{t('lists:why.ended')}</p>}
        {!need.isOpen && <p>{t('lists:why.need_ended')}</p>}
        <WhyShown grounds={grounds} to="staff" />
        {decision ? (
          <DecisionLine decision={decision} undo={mayDecide && `${base}/decision-undo`} />
        ) : (
          mayDecide && need.isOpen && !wasShown && <PutForward action={`${base}/draft`} />
        )}
      </Section>
      <Section id="past" title={t('lists:why.past')}>
        {past.length === 0 && <p className="text-soft">{t('lists:why.past_none')}</p>}
        {past.map(({ id, presentationId, sealedAt, grounds }) => (
          <div key={id} className="mb-4">
            <h3 className="font-medium">
              <Link className="link" to={`/presentations/${presentationId}/list`}>
                {format.moment(sealedAt)}
              </Link>
            </h3>
            <WhyShown grounds={grounds} to="staff" />
          </div>
        ))}
      </Section>
    </Page>
  )
}
