import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { chosenIds } from '~/platform/fields'
import { parseForm, submitOnce } from '~/platform/form.server'
import { OccupationSkills } from '~/skills/taxonomy/occupation-skills'
import { occupationSuggestions } from '~/skills/taxonomy/occupations.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Notice, Page } from '~/ui/page'
import { addCandidateSkill, knownSkillsOf, listCandidateSkills } from '../candidate-skills.server'
import { findCandidateAt, findPrivateDetails } from '../candidates.server'

export const meta = pageTitle('candidates:skills.occupation_title')

const Accepted = z.object({ skills: chosenIds() })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findCandidateAt(db, viewer, params)
  const [skills, details] = await Promise.all([
    listCandidateSkills(db, viewer, candidate.id),
    findPrivateDetails(db, viewer, candidate.id),
  ])
  const known = new Set(skills.map(({ id }) => id))
  const suggestions = await occupationSuggestions(db, request.url, { language: viewer.language, known })
  return { id: candidate.id, number: candidate.number, goal: details?.goal ?? null, suggestions }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findCandidateAt(db, viewer, params)
  const form = await parseForm(request, Accepted)
  if (!form.ok) return form.reply
  return submitOnce(form, viewer.userId, async (trx) => {
    for (const skillId of await knownSkillsOf(trx, form.value.skills)) {
      await addCandidateSkill(trx, viewer, candidate.id, { skillId, level: null, source: 'coach' })
    }
    return { to: `/candidates/${candidate.id}#skills`, toast: { text: 'candidates:skills.added' } }
  })
}

/** The skills of the occupation a person aims at, gone through with the person: what they have is added. */
export default function SkillsOfOccupation() {
  const { t } = useText()
  const { id, number, goal, suggestions } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('candidates:skills.occupation_title')}
      lead={t('candidates:skills.occupation_lead')}
      up={{ to: `/candidates/${id}`, label: number }}
    >
      {goal && (
        <Notice title={t('candidates:field.goal')}>
          <p className="whitespace-pre-line">{goal}</p>
        </Notice>
      )}
      <OccupationSkills suggestions={suggestions} />
    </Page>
  )
}
