import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { resolveSkillWords } from '~/skills/skill-words'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { TextArea } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { SuggestField } from '~/ui/suggest-field'
import { AddedSkillForm } from '../cv-decision'
import { addFinding } from '../cv-decisions.server'
import { findCv, sentenceIn } from '../cvs.server'

export const meta = pageTitle('cvs:add_from_text')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const at = { candidateId: idParam(params, 'candidateId'), cvId: idParam(params, 'cvId') }
  const cv = orNotFound(await findCv(db, viewer, at))
  return { number: cv.number, to: `/candidates/${at.candidateId}/cvs/${cv.id}` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const at = { candidateId: idParam(params, 'candidateId'), cvId: idParam(params, 'cvId') }
  const cv = orNotFound(await findCv(db, viewer, at))

  const form = await parseForm(request, AddedSkillForm)
  if (!form.ok) return form.reply
  const skillId = resolveSkillWords(form.value.words, loadVocabulary().vocabulary)
  if (!skillId) return form.refuse({ words: ['candidates:skills.unknown_words'] })
  const sentence = sentenceIn(cv, form.value.sentence ?? '')
  if (sentence === 'unknown') return form.refuse({ sentence: ['cvs:sentence_unknown'] })
  if (sentence === 'personal') return form.refuse({ sentence: ['cvs:sentence_personal'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    const { text, start } = sentence
    await addFinding(
      trx,
      viewer,
      { id: cv.id, candidateId: at.candidateId },
      { skillId, sentence: text, startsAt: start },
    )
    return {
      to: `/candidates/${at.candidateId}/cvs/${cv.id}#findings`,
      toast: { text: 'candidates:skills.added' },
    }
  })
}

export default function NewFinding() {
  const { t } = useText()
  const { number, to } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('cvs:add_from_text')}
      lead={t('cvs:add_lead')}
      up={{ to, label: t('cvs:title', { number }) }}
      submit={t('candidates:skills.add')}
    >
      <SuggestField
        name="words"
        label={t('candidates:skills.words')}
        hint={t('candidates:skills.words_hint')}
        from="/skills/suggestions"
      />
      <TextArea name="sentence" label={t('cvs:sentence')} hint={t('cvs:sentence_hint')} optional />
    </FormPage>
  )
}
