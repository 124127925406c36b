import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, notFound, orNotFound } from '~/platform/http.server'
import type { TextKey } from '~/texts/text-keys'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Page } from '~/ui/page'
import { listFollowUp, withdrawOutcome } from '../follow-up.server'
import { findPlacement } from '../placements.server'

export const meta = pageTitle('placements:outcome.withdraw')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'placements.write')
  const placement = orNotFound(await findPlacement(db, viewer, idParam(params, 'placementId')))
  const outcomeId = idParam(params, 'outcomeId')
  const { outcomes } = await listFollowUp(db, placement.id)
  const outcome = outcomes.find(({ id, withdrawnAt }) => id === outcomeId && !withdrawnAt)
  if (!outcome) throw notFound()
  return { id: placement.id, title: placement.title, outcome }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'placements.write')
  const placement = orNotFound(await findPlacement(db, viewer, idParam(params, 'placementId')))

  return doOnce(request, viewer.userId, async (trx) => {
    await withdrawOutcome(trx, viewer, placement, idParam(params, 'outcomeId'))
    return { to: `/placements/${placement.id}#outcomes`, toast: { text: 'placements:outcome.withdrawn' } }
  })
}

export default function WithdrawOutcome() {
  const { t, format } = useText()
  const { id, title, outcome } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('placements:outcome.withdraw')}
      lead={t('placements:outcome.withdraw_lead')}
      up={{ to: `/placements/${id}`, label: title }}
    >
      <p className="mb-4 font-medium">
        {t(`placements:class.${outcome.class}` as TextKey)}, {format.day(outcome.happenedOn)}
      </p>
      <Form>
        <Submit look="danger">{t('placements:outcome.withdraw')}</Submit>
      </Form>
    </Page>
  )
}
