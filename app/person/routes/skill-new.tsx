import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { addCandidateSkill } from '~/candidates/candidate-skills.server'
import { text } from '~/platform/fields'
import { parseForm, submitOnce } from '~/platform/form.server'
import { resolveSkillWords } from '~/skills/skill-words'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Choices, optionsOf } from '~/ui/form-fields'
import { SuggestField } from '~/ui/suggest-field'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('person:skill.add_title')

const SkillForm = z.object({ words: text(80), level: z.enum(['1', '2', '3']).optional() })

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'own_data.use')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const candidateId = ownCandidateId(viewer)
  const form = await parseForm(request, SkillForm)
  if (!form.ok) return form.reply
  const skillId = resolveSkillWords(form.value.words, loadVocabulary().vocabulary)
  if (!skillId) return form.refuse({ words: ['person:skill.unknown_words'] })
  return submitOnce(form, viewer.userId, async (trx) => {
    const level = form.value.level ? Number(form.value.level) : null
    await addCandidateSkill(trx, viewer, candidateId, { skillId, level, source: 'person' })
    return { to: '/own/data#skills', toast: { text: 'person:skill.added' } }
  })
}

/** A person says what they can do, without a CV or a coach between. */
export default function NewOwnSkill() {
  const { t } = useText()
  return (
    <OwnPage
      title={t('person:skill.add_title')}
      lead={t('person:skill.add_lead')}
      up={{ to: '/own/data', label: t('person:data.title') }}
    >
      <Form>
        <SuggestField
          name="words"
          label={t('person:skill.words')}
          hint={t('person:skill.words_hint')}
          from="/own/skills/suggestions"
        />
        <Choices
          name="level"
          label={t('candidates:skills.level')}
          optional
          options={optionsOf(['1', '2', '3'], (value) => t(`candidates:skill_level.${value}`))}
        />
        <Submit>{t('person:skill.add')}</Submit>
      </Form>
    </OwnPage>
  )
}
