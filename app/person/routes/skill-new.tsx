import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { PersonSkillForm } from '~/candidates/candidate-skill'
import { addCandidateSkill } from '~/candidates/candidate-skills.server'
import { SkillFields } from '~/candidates/skill-fields'
import { parseForm, submitOnce } from '~/platform/form.server'
import { resolveSkillWords } from '~/skills/skill-words'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('person:skill.add_title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'own_data.use')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const candidateId = ownCandidateId(viewer)
  const form = await parseForm(request, PersonSkillForm)
  if (!form.ok) return form.reply
  const skillId = resolveSkillWords(form.value.words, loadVocabulary().vocabulary)
  if (!skillId) return form.refuse({ words: ['person:skill.unknown_words'] })
  return submitOnce(form, viewer.userId, async (trx) => {
    const level = form.value.level ?? null
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
        <SkillFields
          label={t('person:skill.words')}
          hint={t('person:skill.words_hint')}
          suggestions="/own/skills/suggestions"
        />
        <Submit>{t('person:skill.add')}</Submit>
      </Form>
    </OwnPage>
  )
}
