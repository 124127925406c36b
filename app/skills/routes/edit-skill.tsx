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
import { OwnSkillChange, ownWordFields } from '../own-skill'
import { checkedOwnSkill } from '../own-skill-check'
import { OwnSkillFields } from '../own-skill-fields'
import { changeOwnSkill } from '../own-skills.server'
import { findSkill, listSkillEdges } from '../skill-facts.server'
import { loadVocabulary } from '../vocabulary.server'
import { refreshVocabulary } from '../vocabulary-refresh.server'

export const meta = pageTitle('skills:own.edit_title')

async function ownSkill(skillId: string | undefined) {
  const skill = await findSkill(db, skillId ?? '')
  if (skill?.origin !== 'own' || skill.retiredAt) throw notFound()
  return skill
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'settings.manage')
  const skill = await ownSkill(params.skillId)
  const edges = await listSkillEdges(db, skill.id)
  const implied = edges.filter(({ kind }) => kind === 'implies').map((edge) => edge[viewer.language])
  return { skill, implies: implied.join(', '), words: ownWordFields(skill) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'settings.manage')
  const skill = await ownSkill(params.skillId)
  const form = await parseForm(request, OwnSkillChange)
  if (!form.ok) return form.reply
  await refreshVocabulary(db)
  const { vocabulary } = loadVocabulary()
  const checked = checkedOwnSkill(form.value, { vocabulary, skillId: skill.id, language: viewer.language })
  if (!checked.ok) return form.refuse(checked.errors)

  return submitOnce(form, viewer.userId, async (trx) => {
    const change = { ...checked.details, version: form.value.version }
    if (!(await changeOwnSkill(trx, viewer.userId, skill.id, change))) {
      return form.conflict('errors:changed_by_other')
    }
    return { to: `/skills/${skill.id}`, toast: { text: 'skills:own.saved' } }
  })
}

export default function EditSkill() {
  const { t, language } = useText()
  const { skill, implies, words } = useLoaderData<typeof loader>()
  const { fi, sv, en, kind } = skill
  return (
    <FormPage
      title={t('skills:own.edit_title')}
      up={{ to: `/skills/${skill.id}`, label: skill[language] }}
      defaultValue={{ fi, sv, en, kind, implies, ...words }}
      submit={t('ui:save')}
    >
      <HiddenField name="version" value={skill.version} />
      <OwnSkillFields />
    </FormPage>
  )
}
