import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { findCandidateByNumber } from '~/candidates/candidate-number.server'
import { findCompanyByWords } from '~/companies/company-words.server'
import { openRounds } from '~/companies/engagement-rounds.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { FormPage } from '~/ui/form-page'
import { SuggestField } from '~/ui/suggest-field'
import { NewPlacementForm } from '../placement'
import { planPlacement } from '../placement-course.server'
import { findOrigin, placementDraft, worksAt } from '../placement-draft.server'
import { PlacementFields } from '../placement-fields'

export const meta = pageTitle('placements:new')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'placements.write')
  const [draft, rounds] = await Promise.all([
    placementDraft(db, viewer, new URL(request.url).searchParams),
    openRounds(db),
  ])
  return { ...draft, rounds }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'placements.write')

  const form = await parseForm(request, NewPlacementForm)
  if (!form.ok) return form.reply
  const [candidate, company] = await Promise.all([
    findCandidateByNumber(db, viewer, form.value.candidate),
    findCompanyByWords(db, viewer, form.value.company),
  ])
  if (!candidate) return form.refuse({ candidate: ['placements:which_candidate'] })
  if (!company) return form.refuse({ company: ['placements:which_company'] })

  const origin = await findOrigin(db, viewer, form.value, {
    candidateId: candidate.id,
    companyId: company.id,
  })
  if (origin === 'other_person') return form.refuse({ candidate: ['placements:origin_other_person'] })
  if (origin === 'other_company') return form.refuse({ company: ['placements:origin_other_company'] })
  const { supervisorId } = form.value
  if (supervisorId && !(await worksAt(db, supervisorId, company.id)))
    return form.refuse({ supervisorId: ['errors:choice'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    const id = await planPlacement(trx, viewer, origin, form.value)
    return { to: `/placements/${id}`, toast: { text: 'placements:planned' } }
  })
}

export default function NewPlacement() {
  const { t } = useText()
  const { origin, contacts, rounds, defaults } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('placements:new')}
      up={{ to: '/placements', label: t('placements:title') }}
      defaultValue={defaults}
      submit={t('ui:save')}
    >
      {Object.entries(origin).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <SuggestField
        name="candidate"
        label={t('placements:field.candidate')}
        hint={t('placements:field.candidate_hint')}
        from="/candidates/suggestions"
      />
      <SuggestField
        name="company"
        label={t('placements:field.company')}
        hint={t('placements:field.company_hint')}
        from="/companies/suggestions"
      />
      <PlacementFields contacts={contacts} rounds={rounds} />
    </FormPage>
  )
}
