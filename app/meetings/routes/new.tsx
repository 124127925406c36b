import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { findCompanyByWords } from '~/companies/company-words.server'
import { openRounds } from '~/companies/engagement-rounds.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { FormPage } from '~/ui/form-page'
import { SuggestField } from '~/ui/suggest-field'
import { findFreeTimes, slotsOf } from '../free-times.server'
import { NewMeetingForm } from '../meeting'
import { findCallTo, meetingDraft } from '../meeting-draft.server'
import { MeetingFields } from '../meeting-fields'
import { bookMeeting } from '../meetings.server'

export const meta = pageTitle('meetings:new')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.write')
  const [draft, rounds, free] = await Promise.all([
    meetingDraft(db, new URL(request.url).searchParams),
    openRounds(db),
    findFreeTimes(db, viewer.userId),
  ])
  return { draft, rounds, slots: slotsOf(free, 8), minutesLong: free?.minutesLong ?? 45 }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.write')

  const form = await parseForm(request, NewMeetingForm)
  if (!form.ok) return form.reply
  const words = form.value.company
  const company = words ? await findCompanyByWords(db, viewer, words) : undefined
  if (words && !company) return form.refuse({ company: ['meetings:which_company'] })

  const { callId } = form.value
  const from = {
    companyId: company?.id ?? null,
    callId: company && callId ? await findCallTo(db, company.id, callId) : null,
  }

  return submitOnce(form, viewer.userId, async (trx) => {
    const id = await bookMeeting(trx, viewer, from, form.value)
    return { to: `/meetings/${id}`, toast: { text: 'meetings:booked' } }
  })
}

export default function NewMeeting() {
  const { t } = useText()
  const { draft, rounds, slots, minutesLong } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('meetings:new')}
      up={{ to: '/meetings', label: t('meetings:title') }}
      defaultValue={{
        company: draft.company,
        title: draft.title,
        roundId: draft.roundId,
        kind: 'one_to_one',
        mode: 'online',
        minutesLong,
      }}
      submit={t('ui:save')}
    >
      <HiddenField name="callId" value={draft.callId} />
      <SuggestField
        name="company"
        label={t('meetings:field.company')}
        hint={t('meetings:field.company_hint')}
        optional
        from="/companies/suggestions"
      />
      <MeetingFields rounds={rounds} slots={slots} />
    </FormPage>
  )
}
