import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { findViewer } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { FirstSteps } from '~/shell/first-steps'
import { listFirstSteps, listWork } from '~/shell/today.server'
import { WorkCard } from '~/shell/work-card'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { EmptyState, Page } from '~/ui/page'

export const meta = pageTitle('shell:home')

/** Public address: a stranger is sent to sign in, an outside role to its own pages, staff see the work of the day. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await findViewer(request)
  if (!viewer) throw redirect('/sign-in')
  if (viewer.roles.includes('employer')) throw redirect('/portal')
  if (viewer.roles.includes('mentor')) throw redirect('/mentor')
  if (viewer.roles.includes('caller')) throw redirect('/calls')
  if (viewer.roles.includes('person')) throw redirect('/own')
  const [work, steps] = await Promise.all([listWork(db, viewer), listFirstSteps(db, viewer)])
  return { name: viewer.name, work, steps, hasCaseload: may(viewer, 'candidates.write') }
}

export default function HomePage() {
  const { t } = useText()
  const { name, work, steps, hasCaseload } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('shell:welcome', { name })}
      lead={work.length > 0 && t('shell:today_lead')}
      actions={hasCaseload && <ButtonLink to="/caseload">{t('shell:caseload')}</ButtonLink>}
    >
      {steps.length > 0 && <FirstSteps steps={steps} />}
      {work.length > 0 && (
        <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
          {work.map((one) => (
            <WorkCard key={one.kind} work={one} />
          ))}
        </div>
      )}
      {work.length === 0 && steps.length === 0 && (
        <EmptyState title={t('shell:today_empty')}>{t('shell:today_empty_lead')}</EmptyState>
      )}
    </Page>
  )
}
