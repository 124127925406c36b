import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { decideRow } from '../import/row-correction.server'
import { rowDecisions } from '../import/row-result'
import { findWaitingRow, knownCompaniesOfRow } from '../import/waiting-row.server'

const DecisionForm = z.object({
  decision: z.enum(rowDecisions),
  /** Another known company than the one named first. */
  known: z.uuid().optional(),
  back: z.string().max(300).optional(),
})

/** The decision is three buttons at the row; opened as an address it leads there. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const { found, row } = await findWaitingRow(viewer, params)
  throw redirect(`/companies/imports/${found.id}/rows/${row.line}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const waiting = await findWaitingRow(viewer, params)
  const { found, row } = waiting
  const form = await parseForm(request, DecisionForm)
  if (!form.ok) return form.reply
  const { decision, known, back } = form.value
  const chosen = known && (await knownCompaniesOfRow(viewer, waiting)).find(({ id }) => id === known)
  if (known && !chosen) return form.conflict('errors:changed_by_other')
  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await decideRow(trx, found, row.line, decision, chosen || undefined))) {
      return form.conflict('companies:error.import_closed')
    }
    return { to: `/companies/imports/${found.id}${back?.startsWith('?') ? back : ''}` }
  })
}
