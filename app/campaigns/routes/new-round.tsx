import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { FormPage } from '~/ui/form-page'
import { EmptyState, Page } from '~/ui/page'
import { RoundForm } from '../round'
import { RoundFields } from '../round-fields'
import { addRound, listProjects } from '../rounds.server'

export const meta = pageTitle('rounds:add')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'campaigns.write')
  return { projects: await listProjects(db) }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const form = await parseForm(request, RoundForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const projects = await listProjects(trx)
    if (!projects.some(({ id }) => id === form.value.projectId))
      return form.refuse({ projectId: ['errors:choice'] })
    const roundId = await addRound(trx, viewer, form.value)
    return { to: `/rounds/${roundId}`, toast: { text: 'rounds:saved' } }
  })
}

export default function NewRound() {
  const { t } = useText()
  const { projects } = useLoaderData<typeof loader>()
  const up = { to: '/rounds', label: t('rounds:title') }
  if (projects.length === 0)
    return (
      <Page title={t('rounds:add')} up={up} narrow>
        <EmptyState
          title={t('rounds:no_projects')}
          action={<ButtonLink to="/projects/new">{t('rounds:projects.add')}</ButtonLink>}
        />
      </Page>
    )
  return (
    <FormPage
      title={t('rounds:add')}
      up={up}
      defaultValue={{ projectId: projects[0]?.id }}
      submit={t('ui:save')}
    >
      <RoundFields projects={projects} />
      <p>
        <Link className="link" to="/projects/new">
          {t('rounds:projects.add')}
        </Link>
      </p>
    </FormPage>
  )
}
