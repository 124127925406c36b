import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listActivity } from '~/activity/activity.server'
import { ActivityFeed } from '~/activity/activity-feed'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Card, Notice, Page, Section } from '~/ui/page'
import { NeededSkills, NeedFacts, NeedStatusBadge } from '../need-facts'
import { NeedActions, NeedAnswers } from '../need-parts'
import { countAnswers } from '../need-presentations.server'
import { findNeed } from '../needs.server'

export const meta = pageTitle<typeof loader>((data) => data.need.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'needs.read')
  const need = orNotFound(await findNeed(db, viewer, idParam(params, 'needId')))
  const [answers, timeline] = await Promise.all([
    countAnswers(db, need.id),
    listActivity(db, { subject: ['need', need.id] }),
  ])
  return {
    need,
    answers,
    timeline,
    mayWrite: may(viewer, 'needs.write'),
    mayMatch: may(viewer, 'matches.read'),
    maySeePresentations: may(viewer, 'presentations.read'),
  }
}

export default function NeedPage() {
  const { t, format } = useText()
  const { need, answers, timeline, mayWrite, mayMatch, maySeePresentations } = useLoaderData<typeof loader>()
  const base = `/needs/${need.id}`
  return (
    <Page
      title={
        <>
          {need.title} <NeedStatusBadge status={need.status} />
        </>
      }
      lead={
        <Link className="link" to={`/companies/${need.companyId}`}>
          {need.companyName}
        </Link>
      }
      up={{ to: '/needs', label: t('needs:title') }}
      actions={<NeedActions need={need} mayMatch={mayMatch} mayWrite={mayWrite} />}
    >
      {need.statusReason && need.statusAt && (
        <Notice title={format.moment(need.statusAt)}>{need.statusReason}</Notice>
      )}
      <div className="grid gap-x-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div>
          <Section
            id="skills"
            title={t('needs:field.skills')}
            actions={
              mayWrite && (
                <ButtonLink look="quiet" to={`${base}/occupation`}>
                  {t('needs:occupation.title')}
                </ButtonLink>
              )
            }
          >
            <Card>
              <NeededSkills skills={need.skills} />
            </Card>
          </Section>
          {need.description && (
            <Section id="words" title={t('needs:field.description')}>
              <Card>
                <blockquote className="whitespace-pre-line">{need.description}</blockquote>
              </Card>
            </Section>
          )}
          {maySeePresentations && (
            <Section id="presentations" title={t('needs:presentations')}>
              <NeedAnswers needId={need.id} answers={answers} />
            </Section>
          )}
        </div>
        <div>
          <Section id="facts" title={t('ui:details')}>
            <Card>
              <NeedFacts need={need} />
              {need.meetingId && (
                <p className="mt-3">
                  <Link className="link" to={`/meetings/${need.meetingId}`}>
                    {t('needs:from_meeting')}
                  </Link>
                </p>
              )}
            </Card>
          </Section>
          <Section id="timeline" title={t('ui:timeline')}>
            <ActivityFeed timeline={timeline} moreFrom={`${base}/timeline`} />
          </Section>
        </div>
      </div>
    </Page>
  )
}
