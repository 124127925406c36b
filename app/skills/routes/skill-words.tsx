import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { FormPage } from '~/ui/form-page'
import { OwnWordsForm, ownWordFields } from '../own-skill'
import { checkedOwnWords } from '../own-skill-check'
import { OwnWordFields } from '../own-skill-fields'
import { changeOwnWords } from '../own-skills.server'
import { findSkill } from '../skill-facts.server'
import { loadVocabulary } from '../vocabulary.server'
import { refreshVocabulary } from '../vocabulary-refresh.server'

export const meta = pageTitle('skills:own.words_title')

async function builtInSkill(skillId: string | undefined) {
  const skill = await findSkill(db, skillId ?? '')
  if (skill?.origin !== 'built_in' || skill.retiredAt) throw notFound()
  return skill
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  const skill = await builtInSkill(params.skillId)
  return { skill, words: ownWordFields(skill) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'settings.manage')
  const skill = await builtInSkill(params.skillId)
  const form = await parseForm(request, OwnWordsForm)
  if (!form.ok) return form.reply
  await refreshVocabulary(db)
  const { vocabulary } = loadVocabulary()
  const checked = checkedOwnWords(form.value, { vocabulary, skillId: skill.id, language: viewer.language })
  if (!checked.ok) return form.refuse(checked.errors)

  return submitOnce(form, viewer.userId, async (trx) => {
    const change = { ...checked.details, version: form.value.version }
    if (!(await changeOwnWords(trx, viewer.userId, skill.id, change))) {
      return form.conflict('errors:changed_by_other')
    }
    return { to: `/skills/${skill.id}`, toast: { text: 'skills:own.saved' } }
  })
}

/** Own names for a skill of the built-in vocabulary, whose names and words stay as they come. */
export default function SkillWords() {
  const { t, language } = useText()
  const { skill, words } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('skills:own.words_title')}
      lead={t('skills:own.words_lead')}
      up={{ to: `/skills/${skill.id}`, label: skill[language] }}
      defaultValue={words}
      submit={t('ui:save')}
    >
      <HiddenField name="version" value={skill.version} />
      <OwnWordFields />
    </FormPage>
  )
}
