import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Checkbox, Choices, optionsOf } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { SuggestField } from '~/ui/suggest-field'
import { SynonymForm } from '../own-skill'
import { addOwnWord } from '../own-skills.server'
import { resolveSkillWords } from '../skill-words'
import { findUnknownWord, settleUnknownWord } from '../unknown-words/unknown-words.server'
import { loadVocabulary } from '../vocabulary.server'
import { refreshVocabulary } from '../vocabulary-refresh.server'

export const meta = pageTitle<typeof loader>((data) => data.word.words)

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  const word = orNotFound(await findUnknownWord(db, idParam(params, 'wordId')))
  return { word }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'settings.manage')
  const word = orNotFound(await findUnknownWord(db, idParam(params, 'wordId')))
  const form = await parseForm(request, SynonymForm)
  if (!form.ok) return form.reply
  await refreshVocabulary(db)
  const skillId = resolveSkillWords(form.value.skill, loadVocabulary().vocabulary)
  if (!skillId) return form.refuse({ skill: ['skills:unknown.no_skill'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    const { language, strict } = form.value
    const synonym = { skillId, language, text: word.words, strict: strict === 'on' }
    await addOwnWord(trx, viewer.userId, synonym)
    const settled = await settleUnknownWord(trx, viewer.userId, word.id, { decision: 'joined', skillId })
    if (!settled) return form.conflict('skills:unknown.settled')
    return {
      to: '/skills/unknown-words',
      toast: { text: 'skills:unknown.joined', undo: `/skills/unknown-words/${word.id}/reopening` },
    }
  })
}

/** Joins an unknown word to a known skill as one more name of it. */
export default function UnknownWordSynonym() {
  const { t } = useText()
  const { word } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('skills:unknown.synonym_title', { word: word.words })}
      up={{ to: '/skills/unknown-words', label: t('skills:unknown.title') }}
      defaultValue={{ language: 'any' }}
      submit={t('skills:unknown.join')}
    >
      <SuggestField name="skill" label={t('skills:unknown.skill')} from="/skills/suggestions" />
      <Choices
        name="language"
        label={t('skills:unknown.language')}
        options={[
          { value: 'any', label: t('skills:skill.any_language') },
          ...optionsOf(['fi', 'sv', 'en'], (value) => t(`ui:languages.${value}`)),
        ]}
      />
      <Checkbox name="strict" label={t('skills:own.strict')} hint={t('skills:own.strict_hint')} />
    </FormPage>
  )
}
