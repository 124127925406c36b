import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { doOnce } from '~/platform/form.server'
import { bringBackOwnSkill } from '../own-skills.server'

/** Bringing back is a button on the skill's page; opened as an address it leads there. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  throw redirect(`/skills/${params.skillId ?? ''}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'settings.manage')
  const skillId = params.skillId ?? ''
  return doOnce(request, viewer.userId, async (trx) => {
    const back = await bringBackOwnSkill(trx, viewer.userId, skillId)
    return {
      to: `/skills/${skillId}`,
      toast: { text: back ? 'skills:own.brought_back' : 'errors:changed_by_other' },
    }
  })
}
