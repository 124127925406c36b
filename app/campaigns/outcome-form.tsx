import { useField } from '@conform-to/react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '~/texts/use-text'
import { Form, HiddenField, Submit } from '~/ui/form'
import { Select, TextArea } from '~/ui/form-fields'
import { BookingPart } from './booking-part'
import type { CallSlots } from './call-booking.server'
import { useCallDraft } from './call-draft'
import { partsOf } from './call-outcome'
import { CallScript } from './call-script'
import type { CardScript } from './card-facts.server'
import { knownOutcome, OutcomeChoice } from './outcome-choice'
import type { CallTries } from './outcome-effect'
import { KeysChoice, useOutcomeKeys } from './outcome-keys'
import { OutcomePart, type PartName } from './outcome-parts'
import { type OutcomePath, pathTo } from './outcome-tree'
import type { StandardQuestion } from './script-words'
import type { OutcomeRefill } from './undone-answers.server'

type Person = { id: string; name: string; role: string | null }
export type WrapUpCall = {
  id: string
  people: Person[]
  tries: CallTries
  script: CardScript | null
  /** Free times to offer, where anybody keeps a calendar. */
  booking: CallSlots | null
  /** What the form is filled with after an undo, until the device holds a draft of this call. */
  refill: OutcomeRefill | null
  /** Nothing is said before the company knows that the call is recorded. */
  scriptWaits: boolean
}

/**
 * The script with its questions and what came of the call, as one form: what is answered while talking is kept with
 * the outcome. What is typed stays on the device until the server has it.
 */
export function OutcomeForm({ call, action, onPhone }: { call: WrapUpCall; action: string; onPhone?: true }) {
  const { t } = useText()
  const formId = `wrap-up-${call.id}`
  const { draft, restored } = useCallDraft(call.id, formId)
  return (
    <Form
      key={restored ? `${formId}-restored` : formId}
      id={formId}
      action={action}
      inline
      resends
      label={t('campaigns:outcome_title')}
      defaultValue={{ channel: 'all', ...(restored ? draft : call.refill) }}
      className="space-y-5"
    >
      <WrapUp call={call} onPhone={onPhone ?? false} />
    </Form>
  )
}

function WrapUp({ call, onPhone }: { call: WrapUpCall; onPhone: boolean }) {
  const { t } = useText()
  const [field] = useField<string>('outcome')
  const first = knownOutcome(field.initialValue)
  const [path, setPath] = useState<OutcomePath>(first ? pathTo(first) : {})
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  const panel = useRef<HTMLDivElement>(null)
  const { enabled, toggle } = useOutcomeKeys(panel, path, setPath)
  // A choice made by key changes no field by itself; whoever keeps the draft is told.
  useEffect(() => {
    if (path.group) panel.current?.dispatchEvent(new Event('input', { bubbles: true }))
  }, [path])
  const script = call.scriptWaits ? null : call.script
  const asked = new Set<StandardQuestion>(
    script?.blocks.flatMap((block) => (block.kind === 'question' && block.standard) || []),
  )
  const outcome = path.outcome
  const parts = (Object.keys(partsOf) as PartName[]).filter(
    (part) => !scripted || (outcome !== undefined && partsOf[part](outcome)),
  )
  const keys = scripted && enabled && !path.detail
  return (
    <div className={script ? 'gap-x-8 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]' : ''}>
      {script && <CallScript script={script} keys={keys && path.group === 'yes' && outcome !== undefined} />}
      <div
        id="outcome"
        ref={panel}
        className="print-plain h-fit space-y-5 rounded-lg border border-line bg-card p-4 sm:p-5"
      >
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-lg font-semibold">{t('campaigns:outcome_title')}</h2>
          {scripted && <KeysChoice enabled={enabled} toggle={toggle} />}
        </div>
        {call.refill && <p className="text-sm text-soft">{t('calls:undo.refilled')}</p>}
        <OutcomeChoice
          path={path}
          scripted={scripted}
          errors={field.errors}
          tries={call.tries}
          onChange={setPath}
        />
        {(!scripted || (outcome !== undefined && path.group !== 'not_reached')) && (
          <SpokenWith people={call.people} />
        )}
        <div className={scripted ? 'space-y-5' : 'space-y-5 without-script'}>
          {parts.map((part) => (
            <OutcomePart
              key={part}
              part={part}
              asked={asked}
              keys={keys}
              needsPerson={outcome === 'wrong_person'}
            />
          ))}
          {call.booking && parts.includes('answers') && <BookingPart booking={call.booking} />}
        </div>
        {(!scripted || outcome) && (
          <TextArea name="note" label={t('ui:note')} hint={t('campaigns:note_hint')} optional rows={2} />
        )}
        {call.script && <HiddenField name="scriptId" value={call.script.id} />}
        {call.script && <HiddenField name="scriptLanguage" value={call.script.language} />}
        <Sending onPhone={onPhone} byKey={enabled && outcome !== undefined} />
      </div>
    </div>
  )
}

function SpokenWith({ people }: { people: Person[] }) {
  const { t } = useText()
  if (people.length === 0) return null
  return (
    <Select
      name="contactId"
      label={t('campaigns:spoke_with')}
      optional
      options={people.map(({ id, name, role }) => ({ value: id, label: role ? `${name}, ${role}` : name }))}
    />
  )
}

/** `byKey`: Enter sends the form and goes on to the next company. */
function Sending({ onPhone, byKey }: { onPhone: boolean; byKey: boolean }) {
  const { t } = useText()
  return (
    <div className="flex flex-wrap gap-3">
      {!onPhone && (
        <Submit name="afterwards" value="next">
          {t('campaigns:save_and_next')}
          {byKey && (
            <span aria-hidden="true" className="keycap">
              ↵
            </span>
          )}
        </Submit>
      )}
      <Submit name="afterwards" value="rest" look={onPhone ? 'primary' : 'secondary'}>
        {t('campaigns:save_and_rest')}
      </Submit>
    </div>
  )
}
