import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Checkbox, Choices, Field, optionsOf, TextArea } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { addCheckIn } from '../follow-up.server'
import { CheckInForm } from '../placement'
import { findPlacement } from '../placements.server'

export const meta = pageTitle('placements:check_in.add')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'placements.write')
  const placement = orNotFound(await findPlacement(db, viewer, idParam(params, 'placementId')))
  return { id: placement.id, title: placement.title, today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'placements.write')
  const placement = orNotFound(await findPlacement(db, viewer, idParam(params, 'placementId')))

  const form = await parseForm(request, CheckInForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    await addCheckIn(trx, viewer, placement, form.value)
    return { to: `/placements/${placement.id}#check-ins`, toast: { text: 'placements:check_in.saved' } }
  })
}

export default function NewCheckIn() {
  const { t } = useText()
  const placement = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('placements:check_in.add')}
      up={{ to: `/placements/${placement.id}`, label: placement.title }}
      defaultValue={{ heldOn: placement.today, onTrack: 'yes' }}
      submit={t('ui:save')}
    >
      <Field name="heldOn" type="date" label={t('placements:check_in.held_on')} />
      <Choices
        name="mode"
        label={t('placements:check_in.mode')}
        options={optionsOf(['visit', 'phone', 'online', 'email'], (value) => t(`placements:mode.${value}`))}
      />
      <Choices
        name="heard"
        label={t('placements:check_in.heard')}
        options={optionsOf(['candidate', 'host', 'both'], (value) => t(`placements:heard.${value}`))}
      />
      <Choices
        name="onTrack"
        label={t('placements:check_in.on_track')}
        options={optionsOf(['yes', 'no'], (value) => t(`ui:${value}`))}
      />
      <Choices
        name="mood"
        label={t('placements:check_in.mood')}
        optional
        options={optionsOf(['1', '2', '3', '4', '5'], (value) => value)}
      />
      <Checkbox name="concern" label={t('placements:check_in.concern')} />
      <TextArea name="note" label={t('placements:check_in.note')} optional />
    </FormPage>
  )
}
