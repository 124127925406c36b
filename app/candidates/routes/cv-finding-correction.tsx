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
import { FormPage } from '~/ui/form-page'
import { SuggestField } from '~/ui/suggest-field'
import { CorrectedSkillForm } from '../cv-decision'
import { addFinding } from '../cv-decisions.server'
import { findFinding } from '../cv-findings.server'

export const meta = pageTitle('cvs:correct_title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const finding = orNotFound(
    await findFinding(db, viewer, {
      candidateId: idParam(params, 'candidateId'),
      cvId: idParam(params, 'cvId'),
      findingId: idParam(params, 'findingId'),
    }),
  )
  return {
    finding,
    to: `/candidates/${finding.candidateId}/cvs/${finding.cvId}`,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const finding = orNotFound(
    await findFinding(db, viewer, {
      candidateId: idParam(params, 'candidateId'),
      cvId: idParam(params, 'cvId'),
      findingId: idParam(params, 'findingId'),
    }),
  )

  const form = await parseForm(request, CorrectedSkillForm)
  if (!form.ok) return form.reply
  const skillId = resolveSkillWords(form.value.words, loadVocabulary().vocabulary)
  if (!skillId || skillId === finding.skillId)
    return form.refuse({ words: ['candidates:skills.unknown_words'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    const { cvId, candidateId, sentence, sentenceStartsAt } = finding
    const meant = { skillId, sentence, startsAt: sentenceStartsAt, insteadOf: finding.id }
    await addFinding(trx, viewer, { id: cvId, candidateId }, meant)
    return {
      to: `/candidates/${candidateId}/cvs/${cvId}#findings`,
      toast: { text: 'cvs:corrected' },
    }
  })
}

export default function CorrectFinding() {
  const { t, language } = useText()
  const { finding, to } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('cvs:correct_title')}
      lead={t('cvs:correct_lead', { skill: finding[language], sentence: finding.sentence })}
      up={{ to, label: t('cvs:title', { number: finding.number }) }}
      submit={t('cvs:correct')}
    >
      <SuggestField
        name="words"
        label={t('candidates:skills.words')}
        hint={t('candidates:skills.words_hint')}
        from="/skills/suggestions"
      />
    </FormPage>
  )
}
