import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Choices, Field, optionsOf, Select } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { recordOutcome } from '../follow-up.server'
import { OUTCOME_CLASSES, OutcomeForm } from '../placement'
import { findPlacement } from '../placements.server'

export const meta = pageTitle('placements:outcome.add')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'placements.write')
  const placement = orNotFound(await findPlacement(db, viewer, idParam(params, 'placementId')))
  return { id: placement.id, title: placement.title, today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'placements.write')
  const placement = orNotFound(await findPlacement(db, viewer, idParam(params, 'placementId')))

  const form = await parseForm(request, OutcomeForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    await recordOutcome(trx, viewer, placement, form.value)
    return { to: `/placements/${placement.id}#outcomes`, toast: { text: 'placements:outcome.saved' } }
  })
}

export default function NewOutcome() {
  const { t } = useText()
  const placement = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('placements:outcome.add')}
      up={{ to: `/placements/${placement.id}`, label: placement.title }}
      defaultValue={{ happenedOn: placement.today, seenAs: 'at_exit' }}
      submit={t('ui:save')}
    >
      <Select
        name="class"
        label={t('placements:outcome.class')}
        options={optionsOf(OUTCOME_CLASSES, (value) => t(`placements:class.${value}`))}
      />
      <Field name="happenedOn" type="date" label={t('placements:outcome.on')} />
      <Choices
        name="seenAs"
        label={t('placements:outcome.seen')}
        options={optionsOf(['during', 'at_exit', 'after', 'six_months'], (value) =>
          t(`placements:seen.${value}`),
        )}
      />
      <Field name="evidence" label={t('placements:outcome.evidence')} optional />
    </FormPage>
  )
}
