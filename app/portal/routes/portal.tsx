import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { AnswerBadge } from '~/presentations/presentation-badges'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Card, EmptyState, Section } from '~/ui/page'
import { listShownProfiles, type ShownProfileRow } from '../portal.server'
import { PortalPage } from '../portal-page'

export const meta = pageTitle('portal:title')
export const handle = { script: false }

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'portal.use')
  const profiles = await listShownProfiles(db, viewer)
  return {
    waiting: byNeed(profiles.filter((profile) => !profile.answer)),
    answered: byNeed(profiles.filter((profile) => profile.answer)),
  }
}

type NeedGroup = { id: string; title: string | null; profiles: ShownProfileRow[] }

function byNeed(profiles: ShownProfileRow[]): NeedGroup[] {
  const groups = new Map<string, NeedGroup>()
  for (const profile of profiles) {
    const id = profile.needId ?? 'other'
    const group = groups.get(id) ?? { id, title: profile.needTitle, profiles: [] }
    group.profiles.push(profile)
    groups.set(id, group)
  }
  return [...groups.values()]
}

export default function Portal() {
  const { t } = useText()
  const { waiting, answered } = useLoaderData<typeof loader>()
  return (
    <PortalPage title={t('portal:title')} lead={t('portal:lead')}>
      <Section id="waiting" title={t('portal:waiting')}>
        {waiting.length === 0 ? (
          <EmptyState title={t('portal:nothing_waiting_title')}>{t('portal:nothing_waiting')}</EmptyState>
        ) : (
          waiting.map((group) => <NeedProfiles key={group.id} group={group} />)
        )}
      </Section>
      {answered.length > 0 && (
        <Section id="answered" title={t('portal:answered')}>
          {answered.map((group) => (
            <NeedProfiles key={group.id} group={group} />
          ))}
        </Section>
      )}
    </PortalPage>
  )
}

function NeedProfiles({ group }: { group: NeedGroup }) {
  const { t, format } = useText()
  return (
    <Card className="mb-4">
      <h3 className="mb-2 font-semibold">
        {group.title ? t('portal:for_need', { need: group.title }) : t('portal:without_need')}
      </h3>
      <ul className="divide-y divide-line">
        {group.profiles.map((profile) => (
          <li key={profile.id}>
            <Link
              to={`/portal/${profile.id}`}
              className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3 no-underline"
            >
              <span className="link text-lg">{profile.headline ?? t('presentations:no_headline')}</span>
              {profile.answer ? (
                <AnswerBadge answer={profile.answer} />
              ) : (
                <span className="text-sm text-soft">
                  {t('portal:open_until', { day: format.day(profile.expiresOn) })}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
