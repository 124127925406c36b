import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { findCandidateByNumber } from '~/candidates/candidate-number.server'
import { findCompanyByWords } from '~/companies/company-words.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { forbidden, idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { FormPage } from '~/ui/form-page'
import { SuggestField } from '~/ui/suggest-field'
import { askCandidate, askCompany } from '../attendance.server'
import { GuestForm } from '../meeting'
import { findMeeting } from '../meetings.server'

export const meta = pageTitle('meetings:guests.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.write')
  const meeting = orNotFound(await findMeeting(db, viewer, idParam(params, 'meetingId')))
  const kind = new URL(request.url).searchParams.get('kind') === 'candidate' ? 'candidate' : 'company'
  return { id: meeting.id, title: meeting.title, kind: kind as 'candidate' | 'company' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.write')
  const meeting = orNotFound(await findMeeting(db, viewer, idParam(params, 'meetingId')))

  const form = await parseForm(request, GuestForm)
  if (!form.ok) return form.reply
  const { kind, words } = form.value
  if (kind === 'candidate' && !may(viewer, 'candidates.read')) throw forbidden()
  const guest =
    kind === 'candidate'
      ? await findCandidateByNumber(db, viewer, words)
      : await findCompanyByWords(db, viewer, words)
  if (!guest)
    return form.refuse({
      words: [kind === 'candidate' ? 'meetings:which_candidate' : 'meetings:which_company'],
    })

  return submitOnce(form, viewer.userId, async (trx) => {
    if (kind === 'candidate') await askCandidate(trx, viewer, meeting.id, guest.id)
    else await askCompany(trx, viewer, meeting.id, guest.id)
    return { to: `/meetings/${meeting.id}#guests`, toast: { text: 'meetings:guests.added' } }
  })
}

export default function NewGuest() {
  const { t } = useText()
  const { id, title, kind } = useLoaderData<typeof loader>()
  const heading = t(kind === 'candidate' ? 'meetings:guests.add_candidate' : 'meetings:guests.add_company')
  return (
    <FormPage title={heading} up={{ to: `/meetings/${id}`, label: title }} submit={heading}>
      <HiddenField name="kind" value={kind} />
      <SuggestField
        name="words"
        label={t(kind === 'candidate' ? 'meetings:field.candidate' : 'meetings:field.company')}
        from={kind === 'candidate' ? '/candidates/suggestions' : '/companies/suggestions'}
      />
    </FormPage>
  )
}
