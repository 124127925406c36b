import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { OwnSkillForm } from '../own-skill'
import { checkedOwnSkill } from '../own-skill-check'
import { OwnSkillFields } from '../own-skill-fields'
import { addOwnSkill } from '../own-skills.server'
import { withWord } from '../unknown-words/unknown-word'
import { findUnknownWord, settleUnknownWord } from '../unknown-words/unknown-words.server'
import { loadVocabulary } from '../vocabulary.server'
import { refreshVocabulary } from '../vocabulary-refresh.server'

export const meta = pageTitle<typeof loader>((data) => data.word.words)

async function openWord(wordId: string) {
  const word = orNotFound(await findUnknownWord(db, wordId))
  return word
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  return { word: await openWord(idParam(params, 'wordId')) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'settings.manage')
  const word = await openWord(idParam(params, 'wordId'))
  const form = await parseForm(request, OwnSkillForm)
  if (!form.ok) return form.reply
  await refreshVocabulary(db)
  const { language } = viewer
  const { vocabulary } = loadVocabulary()
  const checked = checkedOwnSkill(form.value, { vocabulary, skillId: null, language })
  if (!checked.ok) return form.refuse(checked.errors)
  const details = withWord(checked.details, word.words)

  return submitOnce(form, viewer.userId, async (trx) => {
    const skillId = await addOwnSkill(trx, viewer.userId, details)
    const settled = await settleUnknownWord(trx, viewer.userId, word.id, { decision: 'added', skillId })
    if (!settled) return form.conflict('skills:unknown.settled')
    return {
      to: '/skills/unknown-words',
      toast: { text: 'skills:own.added', undo: `/skills/unknown-words/${word.id}/reopening` },
    }
  })
}

/** Makes an unknown word a skill of this house's own. */
export default function UnknownWordSkill() {
  const { t } = useText()
  const { word } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('skills:unknown.skill_title', { word: word.words })}
      lead={t('skills:own.add_lead')}
      up={{ to: '/skills/unknown-words', label: t('skills:unknown.title') }}
      defaultValue={{ fi: word.words, kind: 'tool' }}
      submit={t('skills:own.add')}
    >
      <OwnSkillFields />
    </FormPage>
  )
}
