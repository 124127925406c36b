import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { type FormReply, parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { resolveSkillWords } from '~/skills/skill-words'
import { exampleOf } from '~/skills/unknown-words/unknown-word'
import { askForWord } from '~/skills/unknown-words/unknown-words.server'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { TextArea } from '~/ui/form-fields'
import { Notice, Page } from '~/ui/page'
import { SuggestField } from '~/ui/suggest-field'
import { AddedSkillForm } from '../cv-decision'
import { addFinding } from '../cv-decisions.server'
import { findCv, sentenceIn } from '../cvs.server'
import { findMeant, findWhatMayWait } from '../not-understood.server'

export const meta = pageTitle('cvs:add_from_text')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const at = { candidateId: idParam(params, 'candidateId'), cvId: idParam(params, 'cvId') }
  const cv = orNotFound(await findCv(db, viewer, at))
  return {
    number: cv.number,
    to: `/candidates/${at.candidateId}/cvs/${cv.id}`,
    meant: await findMeant(db, cv, request.url),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const at = { candidateId: idParam(params, 'candidateId'), cvId: idParam(params, 'cvId') }
  const cv = orNotFound(await findCv(db, viewer, at))
  const to = `/candidates/${at.candidateId}/cvs/${cv.id}`

  const form = await parseForm(request, AddedSkillForm)
  if (!form.ok) return form.reply
  const { words, queue } = form.value
  const sentence = sentenceIn(cv, form.value.sentence ?? '')
  if (sentence === 'unknown') return form.refuse({ sentence: ['cvs:sentence_unknown'] })
  if (sentence === 'personal') return form.refuse({ sentence: ['cvs:sentence_personal'] })
  const skillId = resolveSkillWords(words, loadVocabulary().vocabulary)
  if (!skillId && queue !== 'yes') return form.refuse({ words: ['candidates:skills.unknown_words'] })
  if (!skillId && !(await findWhatMayWait(db, cv))(words))
    return form.refuse({ words: ['cvs:word_no_skill'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    const { text, start } = sentence
    if (!skillId) {
      const asked = { words, example: exampleOf(text, words) }
      const decision = await askForWord(trx, viewer.userId, cv.id, asked)
      const toast = { text: `cvs:word_asked.${decision ?? 'waiting'}` } as const
      return { to: `${to}#not-understood`, toast }
    }
    const added = { skillId, sentence: text, startsAt: start }
    await addFinding(trx, viewer, { id: cv.id, candidateId: at.candidateId }, added)
    return { to: `${to}#findings`, toast: { text: 'candidates:skills.added' } }
  })
}

export default function NewFinding() {
  const { t } = useText()
  const { number, to, meant } = useLoaderData<typeof loader>()
  const isUnknown = useActionData<FormReply>()?.form.error?.words?.includes('candidates:skills.unknown_words')
  return (
    <Page
      narrow
      title={t('cvs:add_from_text')}
      lead={meant ? t('cvs:pick_lead', { words: meant.words }) : t('cvs:add_lead')}
      up={{ to, label: t('cvs:title', { number }) }}
    >
      <Form defaultValue={{ sentence: meant?.sentence }}>
        <SuggestField
          name="words"
          label={t('candidates:skills.words')}
          hint={t('candidates:skills.words_hint')}
          from="/skills/suggestions"
        />
        <TextArea name="sentence" label={t('cvs:sentence')} hint={t('cvs:sentence_hint')} optional />
        <Submit>{t('candidates:skills.add')}</Submit>
        {isUnknown && (
          <Notice title={t('cvs:queue_title')}>
            <p className="mb-3">{t('cvs:queue_lead')}</p>
            <Submit look="secondary" name="queue" value="yes">
              {t('cvs:queue_word')}
            </Submit>
          </Notice>
        )}
      </Form>
    </Page>
  )
}
