import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { listContacts } from '~/companies/contacts.server'
import { openRounds } from '~/companies/engagement-rounds.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { FormPage } from '~/ui/form-page'
import { PlacementDetailsForm } from '../placement'
import { changePlacement } from '../placement-course.server'
import { worksAt } from '../placement-draft.server'
import { PlacementFields } from '../placement-fields'
import { findPlacement } from '../placements.server'

export const meta = pageTitle('placements:edit')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'placements.write')
  const placement = orNotFound(await findPlacement(db, viewer, idParam(params, 'placementId')))
  const [contacts, rounds] = await Promise.all([
    listContacts(db, viewer, placement.companyId),
    openRounds(db, placement.roundId),
  ])
  return { placement, contacts: contacts.map(({ id, name }) => ({ id, name })), rounds }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'placements.write')
  const placement = orNotFound(await findPlacement(db, viewer, idParam(params, 'placementId')))

  const form = await parseForm(request, PlacementDetailsForm)
  if (!form.ok) return form.reply
  const { supervisorId } = form.value
  if (supervisorId && !(await worksAt(db, supervisorId, placement.companyId)))
    return form.refuse({ supervisorId: ['errors:choice'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await changePlacement(trx, viewer, placement, form.value)))
      return form.conflict('errors:changed_by_other')
    return { to: `/placements/${placement.id}`, toast: { text: 'placements:saved' } }
  })
}

export default function EditPlacement() {
  const { t } = useText()
  const { placement, contacts, rounds } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('placements:edit')}
      up={{ to: `/placements/${placement.id}`, label: placement.title }}
      defaultValue={{
        ...placement,
        supervisorName: placement.supervisorId ? '' : placement.supervisorName,
      }}
      submit={t('ui:save')}
    >
      <HiddenField name="version" value={placement.version} />
      <PlacementFields contacts={contacts} rounds={rounds} />
    </FormPage>
  )
}
