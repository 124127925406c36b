import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { recordReading } from '~/activity/activity.server'
import { requireMay } from '~/auth/viewer.server'
import { readCooldownDays } from '~/companies/cooldown.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Notice, Page } from '~/ui/page'
import { CallOutcomeForm } from '../call-outcome-form'
import { logCallOutcome } from '../call-outcomes.server'
import { takeNextAfter } from '../call-queue.server'
import { findCallCard, findOwnCall } from '../calls.server'
import { readCallCard } from '../card-facts.server'
import { OutcomeForm } from '../outcome-form'

export const meta = pageTitle('campaigns:outcome_title')

/**
 * The outcome alone. While the card is open to the caller the script's questions stand here too; after that only the
 * company's name does, so that a call in hand can be finished by one who has no more access.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  const call = orNotFound(await findOwnCall(db, viewer, idParam(params, 'callId')))
  const open = call.releasedAt === null ? await findCallCard(db, viewer, call.id) : undefined
  if (open) await recordReading(db, viewer.userId, 'call_card', { companyId: call.companyId })
  const card = open ? await readCallCard(db, viewer, open, null) : null
  const { id, companyName, attempts, maxAttempts, retryHours } = call
  return {
    companyName,
    open: card !== null,
    call: {
      id,
      people: card?.contacts.map((person) => ({ id: person.id, name: person.name, role: person.role })) ?? [],
      tries: { attempts, maxAttempts, retryHours, restDays: await readCooldownDays(db) },
      script: card?.script ?? null,
      booking: card?.booking ?? null,
      scriptWaits: false,
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  const form = await parseForm(request, CallOutcomeForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const call = orNotFound(await findOwnCall(trx, viewer, idParam(params, 'callId')))
    await logCallOutcome(trx, viewer, call, form.value)
    const to =
      form.value.afterwards === 'next' ? await takeNextAfter(trx, viewer, { id: call.campaignId }) : '/calls'
    return { to, toast: { text: 'campaigns:outcome_saved', undo: `/calls/${call.id}/undo` } }
  })
}

export default function CallOutcome() {
  const { t } = useText()
  const { call, companyName, open } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('campaigns:outcome_title')}
      lead={companyName}
      up={
        open
          ? { to: `/calls/${call.id}`, label: t('campaigns:back_to_card') }
          : { to: '/calls', label: t('campaigns:my_calls') }
      }
    >
      {!open && <Notice tone="warn">{t('calls:card_closed')}</Notice>}
      <OutcomeForm key={call.id} call={call} action={`/calls/${call.id}/outcome`} />
    </Page>
  )
}
