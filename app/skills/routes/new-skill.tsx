import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { OwnSkillForm } from '../own-skill'
import { checkedOwnSkill } from '../own-skill-check'
import { OwnSkillFields } from '../own-skill-fields'
import { addOwnSkill } from '../own-skills.server'
import { loadVocabulary } from '../vocabulary.server'
import { refreshVocabulary } from '../vocabulary-refresh.server'

export const meta = pageTitle('skills:own.add')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'settings.manage')
  const form = await parseForm(request, OwnSkillForm)
  if (!form.ok) return form.reply
  await refreshVocabulary(db)
  const { vocabulary } = loadVocabulary()
  const checked = checkedOwnSkill(form.value, { vocabulary, skillId: null, language: viewer.language })
  if (!checked.ok) return form.refuse(checked.errors)

  return submitOnce(form, viewer.userId, async (trx) => {
    const skillId = await addOwnSkill(trx, viewer.userId, checked.details)
    return { to: `/skills/${skillId}`, toast: { text: 'skills:own.added' } }
  })
}

export default function NewSkill() {
  const { t } = useText()
  return (
    <FormPage
      title={t('skills:own.add')}
      lead={t('skills:own.add_lead')}
      up={{ to: '/skills', label: t('skills:title') }}
      defaultValue={{ kind: 'tool' }}
      submit={t('skills:own.add')}
    >
      <OwnSkillFields />
    </FormPage>
  )
}
