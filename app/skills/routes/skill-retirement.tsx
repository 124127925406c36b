import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { retireOwnSkill } from '../own-skills.server'
import { findSkill } from '../skill-facts.server'

export const meta = pageTitle('skills:own.retire_title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  const skill = await findSkill(db, params.skillId ?? '')
  if (skill?.origin !== 'own') throw notFound()
  return { skill }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'settings.manage')
  const skillId = params.skillId ?? ''
  return doOnce(request, viewer.userId, async (trx, form) => {
    if (!(await retireOwnSkill(trx, viewer.userId, skillId))) {
      return form.conflict('errors:changed_by_other')
    }
    return {
      to: `/skills/${skillId}`,
      toast: { text: 'skills:own.retired', undo: `/skills/${skillId}/return` },
    }
  })
}

export default function RetireSkill() {
  const { t, language } = useText()
  const { skill } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('skills:own.retire_title')}
      lead={t('skills:own.retire_lead')}
      up={{ to: `/skills/${skill.id}`, label: skill[language] }}
      submit={t('skills:skill.retire')}
    />
  )
}
