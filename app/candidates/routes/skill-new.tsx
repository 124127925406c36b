import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { resolveSkillWords } from '~/skills/skill-words'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { PersonSkillForm } from '../candidate-skill'
import { addCandidateSkill } from '../candidate-skills.server'
import { findCandidateAt } from '../candidates.server'
import { SkillFields } from '../skill-fields'

export const meta = pageTitle('candidates:skills.add_title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  return findCandidateAt(db, viewer, params)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = await findCandidateAt(db, viewer, params)

  const form = await parseForm(request, PersonSkillForm)
  if (!form.ok) return form.reply
  const skillId = resolveSkillWords(form.value.words, loadVocabulary().vocabulary)
  if (!skillId) return form.refuse({ words: ['candidates:skills.unknown_words'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    const level = form.value.level ?? null
    await addCandidateSkill(trx, viewer, candidate.id, { skillId, level, source: 'coach' })
    return { to: `/candidates/${candidate.id}#skills`, toast: { text: 'candidates:skills.added' } }
  })
}

export default function NewSkill() {
  const { t } = useText()
  const candidate = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('candidates:skills.add_title')}
      up={{ to: `/candidates/${candidate.id}`, label: candidate.number }}
      submit={t('candidates:skills.add')}
    >
      <SkillFields
        label={t('candidates:skills.words')}
        hint={t('candidates:skills.words_hint')}
        suggestions="/skills/suggestions"
      />
    </FormPage>
  )
}
