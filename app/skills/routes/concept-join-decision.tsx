import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { text } from '~/platform/fields'
import { parseForm, submitOnce } from '~/platform/form.server'
import { JOIN_DECISIONS } from '../taxonomy/concept-join'
import { decideConceptJoin } from '../taxonomy/concept-joins.server'

const Decision = z.object({ uri: text(500), decision: z.enum(JOIN_DECISIONS) })

/** Deciding is a button in the list; opened as an address it leads there. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  throw redirect('/skills/taxonomies/joins')
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'settings.manage')
  const form = await parseForm(request, Decision)
  if (!form.ok) return form.reply
  return submitOnce(form, viewer.userId, async (trx) => {
    const { uri, decision } = form.value
    if (!(await decideConceptJoin(trx, viewer.userId, form.value))) {
      return form.conflict('errors:changed_by_other')
    }
    return {
      to: '/skills/taxonomies/joins',
      toast: {
        text: `skills:join.decided.${decision}`,
        undo: `/skills/taxonomies/joins/reopening?uri=${encodeURIComponent(uri)}`,
      },
    }
  })
}
