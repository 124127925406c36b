import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { FormPage } from '~/ui/form-page'
import { RoundChangeForm } from '../round'
import { RoundFields } from '../round-fields'
import { changeRound, findRound } from '../rounds.server'

export const meta = pageTitle('rounds:edit')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const round = orNotFound(await findRound(db, viewer, idParam(params, 'roundId')))
  return { round }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const form = await parseForm(request, RoundChangeForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const round = orNotFound(await findRound(trx, viewer, idParam(params, 'roundId')))
    const changed = await changeRound(trx, viewer, round.id, form.value)
    if (!changed) return form.conflict('errors:changed_by_other')
    return { to: `/rounds/${round.id}`, toast: { text: 'rounds:saved' } }
  })
}

export default function EditRound() {
  const { t } = useText()
  const { round } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('rounds:edit')}
      up={{ to: `/rounds/${round.id}`, label: round.name }}
      defaultValue={round}
      submit={t('ui:save')}
    >
      <HiddenField name="version" value={round.version} />
      <RoundFields />
    </FormPage>
  )
}
