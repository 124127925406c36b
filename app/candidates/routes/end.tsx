import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Notice, Page } from '~/ui/page'
import { endCandidacy } from '../candidacy-end.server'
import { EndForm } from '../candidate'
import { findCandidate, findPrivateDetails } from '../candidates.server'
import { EndFields } from '../end-fields'

export const meta = pageTitle('candidates:end.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidateId = idParam(params, 'candidateId')
  const [candidate, details] = await Promise.all([
    findCandidate(db, viewer, candidateId),
    findPrivateDetails(db, viewer, candidateId),
  ])
  if (!candidate || !details) throw notFound()
  return {
    id: candidate.id,
    number: candidate.number,
    version: candidate.version,
    goal: details.goal,
    euraOpen: details.euraStartedOn !== null && details.euraEndedOn === null,
    defaults: {
      handBack: details.referredBy ? 'handed_back' : 'not_referred',
      handedBackTo: details.referredBy,
      handedBackOn: details.referredBy && today(),
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidateId = idParam(params, 'candidateId')
  const details = orNotFound(await findPrivateDetails(db, viewer, candidateId))

  const form = await parseForm(request, EndForm)
  if (!form.ok) return form.reply
  if ((details.goal === null) !== (form.value.goalOutcome === 'no_goal'))
    return form.refuse({ goalOutcome: ['errors:choice'] })
  if (form.value.handedBackOn && form.value.handedBackOn > today())
    return form.refuse({ handedBackOn: ['caseload:in_future'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await endCandidacy(trx, viewer, candidateId, form.value)))
      return form.conflict('errors:changed_by_other')
    return { to: `/candidates/${candidateId}`, toast: { text: 'candidates:end.done' } }
  })
}

export default function EndCandidacy() {
  const { t } = useText()
  const candidate = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('candidates:end.title')}
      lead={t('candidates:end.explain')}
      up={{ to: `/candidates/${candidate.id}`, label: candidate.number }}
    >
      {candidate.euraOpen && (
        <Notice tone="warn">
          {t('candidates:end.eura_open')}{' '}
          <Link className="link" to={`/candidates/${candidate.id}/edit`}>
            {t('ui:edit')}
          </Link>
        </Notice>
      )}
      <Form defaultValue={candidate.defaults}>
        <EndFields goal={candidate.goal} version={candidate.version} />
        <Submit look="danger">{t('candidates:end.action')}</Submit>
      </Form>
    </Page>
  )
}
