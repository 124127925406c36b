import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { text } from '~/platform/fields'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { resolveSkillWords } from '~/skills/skill-words'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Choices, optionsOf } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { SuggestField } from '~/ui/suggest-field'
import { addCandidateSkill } from '../candidate-skills.server'
import { findCandidate } from '../candidates.server'

export const meta = pageTitle('candidates:skills.add_title')

const SkillForm = z.object({ words: text(80), level: z.enum(['1', '2', '3']).optional() })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = orNotFound(await findCandidate(db, viewer, idParam(params, 'candidateId')))
  return { id: candidate.id, number: candidate.number }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = orNotFound(await findCandidate(db, viewer, idParam(params, 'candidateId')))

  const form = await parseForm(request, SkillForm)
  if (!form.ok) return form.reply
  const skillId = resolveSkillWords(form.value.words, loadVocabulary().vocabulary)
  if (!skillId) return form.refuse({ words: ['candidates:skills.unknown_words'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    const level = form.value.level ? Number(form.value.level) : null
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
      <SuggestField
        name="words"
        label={t('candidates:skills.words')}
        hint={t('candidates:skills.words_hint')}
        from="/skills/suggestions"
      />
      <Choices
        name="level"
        label={t('candidates:skills.level')}
        optional
        options={optionsOf(['1', '2', '3'], (value) => t(`candidates:skill_level.${value}`))}
      />
    </FormPage>
  )
}
