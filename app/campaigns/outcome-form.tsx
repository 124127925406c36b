import { useField } from '@conform-to/react'
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'
import { motives } from '~/companies/engagement'
import { useText } from '~/texts/use-text'
import { Checkbox, Choices, Field, Form, Select, Submit, TextArea } from '~/ui/form'
import { type CallOutcome, difficulties, partsOf, refusalChannels, refusalReasons } from './call-outcome'
import { OutcomeChoice, outcomeOfKey } from './outcome-choice'

type Person = { id: string; name: string; role: string | null }

/**
 * What came of the call. All follow-up questions are on the page; with script only those of the chosen outcome
 * show. The server asks for what the outcome needs.
 */
export function OutcomeForm({ callId, people }: { callId: string; people: Person[] }) {
  const { t } = useText()
  return (
    <Form
      action={`/calls/${callId}/outcome`}
      label={t('campaigns:outcome_title')}
      defaultValue={{ channel: 'all' }}
    >
      <OutcomeFields people={people} />
      <div className="flex flex-wrap gap-3">
        <Submit name="afterwards" value="next">
          {t('campaigns:save_and_next')}
        </Submit>
        <Submit name="afterwards" value="rest" look="secondary">
          {t('campaigns:save_and_rest')}
        </Submit>
      </div>
    </Form>
  )
}

function OutcomeFields({ people }: { people: Person[] }) {
  const { t } = useText()
  const [field] = useField<string>('outcome')
  const [outcome, setOutcome] = useState(field.initialValue as CallOutcome | undefined)
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  const shows = (part: keyof typeof partsOf) => !scripted || (outcome !== undefined && partsOf[part](outcome))

  function chooseByKey(event: KeyboardEvent<HTMLDivElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const chosen = outcomeOfKey(event.key)
    if (!chosen) return
    event.preventDefault()
    const radio = event.currentTarget.querySelector<HTMLInputElement>(`input[value="${chosen}"]`)
    radio?.click()
    radio?.focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only shorten the way to radio buttons inside
    <div className="space-y-5" onKeyDown={chooseByKey}>
      <OutcomeChoice chosen={field.initialValue} errors={field.errors} onChoose={setOutcome} />
      {people.length > 0 && (
        <Select
          name="contactId"
          label={t('campaigns:spoke_with')}
          optional
          options={people.map(({ id, name, role }) => ({
            value: id,
            label: role ? `${name}, ${role}` : name,
          }))}
        />
      )}
      <Part shown={shows('callback')} title={t('campaigns:outcome.callback')}>
        <Field name="callbackAt" type="datetime-local" label={t('campaigns:callback_at')} />
        <Checkbox name="anyCaller" label={t('campaigns:any_caller')} />
      </Part>
      <Part shown={shows('refusal')} title={t('campaigns:outcome.not_interested')}>
        <Choices
          name="refusalReason"
          label={t('campaigns:refusal_reason')}
          options={refusalReasons.map((value) => ({ value, label: t(`campaigns:refusal.${value}`) }))}
        />
      </Part>
      <Part shown={shows('until')} title={t('campaigns:outcome.no_need_now')}>
        <Field name="until" type="date" label={t('campaigns:until')} hint={t('campaigns:until_hint')} />
      </Part>
      <Part shown={shows('answers')} title={t('campaigns:answers_title')}>
        <Answers />
      </Part>
      <Part shown={shows('person')} title={t('campaigns:person_title')} hint={t('campaigns:person_hint')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="personName" label={t('common:name')} autoComplete="off" optional />
          <Field name="personRole" label={t('campaigns:person_role')} autoComplete="off" optional />
          <Field name="personPhone" type="tel" label={t('common:phone')} autoComplete="off" optional />
          <Field name="personEmail" type="email" label={t('common:email')} autoComplete="off" optional />
        </div>
      </Part>
      <Part shown={shows('noMoreContact')} title={t('campaigns:outcome.asked_no_more_contact')}>
        <TextArea name="wording" label={t('campaigns:wording')} hint={t('campaigns:wording_hint')} rows={2} />
        <Choices
          name="channel"
          label={t('campaigns:channel')}
          options={refusalChannels.map((value) => ({ value, label: t(`campaigns:channels.${value}`) }))}
        />
      </Part>
      <TextArea name="note" label={t('common:note')} hint={t('campaigns:note_hint')} optional rows={2} />
    </div>
  )
}

/** What an interested company tells; the figures of the campaign come from here. */
function Answers() {
  const { t } = useText()
  const degrees = difficulties.map((value) => ({ value, label: t(`campaigns:degree.${value}`) }))
  return (
    <>
      <Choices name="recruitingDifficulty" label={t('campaigns:recruiting_difficulty')} options={degrees} />
      <Choices name="limitsGrowth" label={t('campaigns:limits_growth')} options={degrees} optional />
      <Field
        name="skillsNeeded"
        label={t('campaigns:skills_needed')}
        hint={t('campaigns:skills_needed_hint')}
        optional
      />
      <Choices
        name="motives"
        type="checkbox"
        label={t('companies:engagement.motives_label')}
        optional
        options={motives.map((value) => ({ value, label: t(`companies:engagement.motives.${value}`) }))}
      />
      <Field
        name="promised"
        label={t('companies:engagement.promised')}
        hint={t('companies:engagement.promised_hint')}
        optional
      />
      <Field
        name="meetingWish"
        label={t('campaigns:meeting_wish')}
        hint={t('campaigns:meeting_wish_hint')}
        optional
      />
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <Field name="nextAction" label={t('companies:engagement.next_action')} optional />
        <Field name="nextActionOn" type="date" label={t('companies:engagement.next_action_on')} optional />
      </div>
    </>
  )
}

function Part({
  shown,
  title,
  hint,
  children,
}: {
  shown: boolean
  title: string
  hint?: string
  children: ReactNode
}) {
  return (
    <fieldset hidden={!shown} className="space-y-4 border-l-4 border-bridge pl-4">
      <legend className="float-left mb-1 font-semibold">{title}</legend>
      {hint && <p className="clear-both text-sm text-soft">{hint}</p>}
      <div className="clear-both space-y-4">{children}</div>
    </fieldset>
  )
}

function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type="radio"]):not([type="checkbox"]), textarea, select')
  )
}
