import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { chosenIds } from '~/platform/fields'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { OccupationSkills } from '~/skills/taxonomy/occupation-skills'
import { occupationSuggestions } from '~/skills/taxonomy/occupations.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Choices, optionsOf } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { findNeed } from '../needs.server'
import { addSkillsOfOccupation } from '../occupation-skills.server'

export const meta = pageTitle('needs:occupation.title')

const Accepted = z.object({ skills: chosenIds(), must: z.enum(['must', 'nice']).default('must') })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'needs.write')
  const need = orNotFound(await findNeed(db, viewer, idParam(params, 'needId')))
  const known = new Set(need.skills.flatMap(({ skillId }) => skillId ?? []))
  const suggestions = await occupationSuggestions(db, request.url, { language: viewer.language, known })
  return { id: need.id, title: need.title, suggestions }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'needs.write')
  const need = orNotFound(await findNeed(db, viewer, idParam(params, 'needId')))
  const form = await parseForm(request, Accepted)
  if (!form.ok) return form.reply
  const accepted = { skillIds: form.value.skills, must: form.value.must === 'must' }
  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await addSkillsOfOccupation(trx, viewer, need, accepted))) {
      return form.conflict('errors:changed_by_other')
    }
    return { to: `/needs/${need.id}#skills`, toast: { text: 'needs:saved' } }
  })
}

/** The skills that an occupation cannot be done without, to be accepted into the need one by one. */
export default function NeedOccupation() {
  const { t } = useText()
  const { id, title, suggestions } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('needs:occupation.title')}
      lead={t('needs:occupation.lead')}
      up={{ to: `/needs/${id}`, label: title }}
    >
      <OccupationSkills suggestions={suggestions}>
        <Choices
          name="must"
          label={t('needs:field.skill_must')}
          options={optionsOf(['must', 'nice'], (value) => t(`needs:must.${value}`))}
        />
      </OccupationSkills>
    </Page>
  )
}
