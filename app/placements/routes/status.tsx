import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, HiddenField, Submit } from '~/ui/form'
import { Choices, Field, optionsOf } from '~/ui/form-fields'
import { Notice, Page } from '~/ui/page'
import { moveDayProblem, NEXT, PARTIES, type Status, StatusForm } from '../placement'
import { movePlacement } from '../placement-course.server'
import { findPlacement } from '../placements.server'

export const meta = pageTitle('placements:move.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'placements.write')
  const placement = orNotFound(await findPlacement(db, viewer, idParam(params, 'placementId')))
  const { id, title, version, warnings } = placement
  return { id, title, version, warnings, next: [...NEXT[placement.status as Status]], today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'placements.write')
  const placement = orNotFound(await findPlacement(db, viewer, idParam(params, 'placementId')))

  const form = await parseForm(request, StatusForm)
  if (!form.ok) return form.reply
  const problem = moveDayProblem(placement, form.value, today())
  if (problem) return form.refuse({ on: [problem] })

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await movePlacement(trx, viewer, placement, form.value)))
      return form.conflict('errors:changed_by_other')
    return { to: `/placements/${placement.id}`, toast: { text: 'placements:moved' } }
  })
}

export default function MovePlacement() {
  const { t } = useText()
  const { id, title, version, warnings, next, today } = useLoaderData<typeof loader>()
  return (
    <Page narrow title={t('placements:move.title')} up={{ to: `/placements/${id}`, label: title }}>
      {warnings.length > 0 && (
        <Notice tone="warn" title={t('placements:warning.title')}>
          <ul className="list-disc pl-5">
            {warnings.map((warning) => (
              <li key={warning}>{t(`placements:warning.${warning}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {next.length === 0 ? (
        <p>{t('placements:move.none')}</p>
      ) : (
        <Form defaultValue={{ on: today }}>
          <HiddenField name="version" value={version} />
          <Choices
            name="to"
            label={t('placements:move.to')}
            options={optionsOf(next, (value) =>
              t(value === 'planned' ? 'placements:status.planned' : `placements:make.${value}`),
            )}
          />
          <Field name="on" type="date" label={t('placements:move.on')} />
          {next.includes('terminated') && (
            <Choices
              name="endedByParty"
              label={t('placements:move.party')}
              hint={t('placements:move.party_hint')}
              optional
              options={optionsOf(PARTIES, (value) => t(`placements:party.${value}`))}
            />
          )}
          <Field name="reason" label={t('placements:move.reason')} />
          <Submit>{t('ui:save')}</Submit>
        </Form>
      )}
    </Page>
  )
}
