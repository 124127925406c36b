import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import type { Viewer } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { notFound, orNotFound } from '~/platform/http.server'
import { AnswersShape, type AssessmentForm, filledForm, INSTRUMENTS, type Instrument } from './assessment'
import { currentForm, findForm } from './assessment-forms.server'
import { addSelfAssessment, listSelfAssessments } from './self-assessments.server'

/** The instrument an address names; 404 for another. */
export function instrumentParam(params: ActionFunctionArgs['params']): Instrument {
  const instrument = INSTRUMENTS.find((one) => one === params.instrument)
  if (!instrument) throw notFound()
  return instrument
}

/** The version named in the address: what was opened is what is answered, though a newer one comes meanwhile. */
async function formOpened(request: Request, instrument: Instrument): Promise<AssessmentForm> {
  const url = new URL(request.url)
  const version = url.searchParams.get('version')
  if (version === null) {
    const current = await currentForm(db, instrument)
    throw redirect(`${url.pathname}?version=${current.version}`)
  }
  const form = orNotFound(await findForm(db, instrument, Math.trunc(Number(version)) || 0))
  return form
}

/** A form to be filled in for or by one person: at the start, or at the end once there is a start. */
export async function openFilling(request: Request, instrument: Instrument, candidateId: string) {
  const [form, earlier] = await Promise.all([
    formOpened(request, instrument),
    listSelfAssessments(db, candidateId),
  ])
  const started = earlier.some((one) => one.instrument === instrument && one.wave === 'start')
  return { form, wave: started ? ('end' as const) : ('start' as const) }
}

/** Takes in a filled form and goes to its result under `base`. */
export async function takeFilling(
  request: Request,
  viewer: Viewer,
  { instrument, candidateId, by, base }: Filling,
) {
  const opened = await formOpened(request, instrument)
  const form = await parseForm(request, filledForm(opened.content, by))
  if (!form.ok) return form.reply
  const { wave, answers } = form.value

  return submitOnce(form, viewer.userId, async (trx) => {
    const id = await addSelfAssessment(trx, viewer, candidateId, opened, {
      wave,
      answers: AnswersShape.parse(answers),
      how: by === 'coach' ? 'with_coach' : 'own_page',
    })
    return { to: `${base}/${id}`, toast: { text: 'assessments:saved' } }
  })
}

type Filling = { instrument: Instrument; candidateId: string; by: 'person' | 'coach'; base: string }

/** One assessment of the person with the form it was made by; undefined when there is none. */
export async function findFilled(candidateId: string, assessmentId: string) {
  const found = (await listSelfAssessments(db, candidateId)).find(({ id }) => id === assessmentId)
  const form = found && (await findForm(db, found.instrument, found.formVersion))
  return found && form && { assessment: found, form }
}
