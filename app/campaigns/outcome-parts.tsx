import type { ReactNode } from 'react'
import { motives } from '~/companies/engagement'
import { useText } from '~/texts/use-text'
import { Checkbox, Choices, Field, optionsOf, TextArea } from '~/ui/form-fields'
import { difficulties, type partsOf, refusalChannels, refusalReasons } from './call-outcome'
import { callbackTimes, untilMonths } from './outcome-tree'
import type { StandardQuestion } from './script-words'

export type PartName = keyof typeof partsOf
type Asked = ReadonlySet<StandardQuestion>

/** What one kind of outcome still asks. `asked` are the questions that stand in the script already. */
export function OutcomePart({
  part,
  asked,
  keys,
  needsPerson,
}: {
  part: PartName
  asked: Asked
  keys: boolean
  /** The outcome is about a new person, so there is a name to write. */
  needsPerson: boolean
}) {
  const { t } = useText()
  switch (part) {
    case 'callback':
      return (
        <Part title={t('calls:outcome.callback')}>
          <Choices
            name="callbackIn"
            label={t('campaigns:callback_at')}
            hint={t('calls:callback_in_hint')}
            optional
            options={keyed(callbackTimes, keys, (value) => t(`calls:callback_in.${value}`))}
          />
          <Field name="callbackAt" type="datetime-local" label={t('calls:other_time')} optional />
          <Checkbox name="anyCaller" label={t('campaigns:any_caller')} />
        </Part>
      )
    case 'refusal':
      return (
        <Part title={t('calls:outcome.not_interested')}>
          <Choices
            name="refusalReason"
            label={t('campaigns:refusal_reason')}
            options={keyed(refusalReasons, keys, (value) => t(`campaigns:refusal.${value}`))}
          />
        </Part>
      )
    case 'until':
      return (
        <Part title={t('calls:outcome.no_need_now')}>
          <Choices
            name="untilIn"
            label={t('campaigns:until')}
            optional
            options={keyed(untilMonths, keys, (value) => t('calls:until_in', { count: Number(value) }))}
          />
          <Field name="until" type="date" label={t('calls:other_day')} optional />
        </Part>
      )
    case 'answers':
      return (
        <Part title={t('campaigns:answers_title')}>
          <Answers asked={asked} keys={keys} />
        </Part>
      )
    case 'person':
      return (
        <Part title={t('campaigns:person_title')} hint={t('campaigns:person_hint')}>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field name="personName" label={t('ui:name')} autoComplete="off" optional={!needsPerson} />
            <Field name="personRole" label={t('campaigns:person_role')} autoComplete="off" optional />
            <Field name="personPhone" type="tel" label={t('ui:phone')} autoComplete="off" optional />
            <Field name="personEmail" type="email" label={t('ui:email')} autoComplete="off" optional />
          </div>
        </Part>
      )
    case 'noMoreContact':
      return (
        <Part title={t('calls:outcome.asked_no_more_contact')}>
          <Choices
            name="channel"
            label={t('campaigns:channel')}
            options={keyed(refusalChannels, keys, (value) => t(`campaigns:channels.${value}`))}
          />
          <TextArea
            name="wording"
            label={t('campaigns:wording')}
            hint={t('campaigns:wording_hint')}
            rows={2}
          />
        </Part>
      )
  }
}

/** What an interested company tells; the figures of the campaign come from here. */
function Answers({ asked, keys }: { asked: Asked; keys: boolean }) {
  const { t } = useText()
  return (
    <>
      {asked.has('difficulty') ? (
        <p className="text-sm text-soft">{t('calls:answered_in_script')}</p>
      ) : (
        <StandardAnswer question="difficulty" keys={keys} />
      )}
      {!asked.has('growth') && <StandardAnswer question="growth" />}
      {!asked.has('skills') && <StandardAnswer question="skills" />}
      <Choices
        name="motives"
        type="checkbox"
        label={t('companies:engagement.motives_label')}
        optional
        options={optionsOf(motives, (value) => t(`companies:engagement.motives.${value}`))}
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

/** A question whose answers the figures are counted from, in the words of the script or in the house's own. */
export function StandardAnswer({
  question,
  words,
  keys = false,
}: {
  question: StandardQuestion
  words?: string
  keys?: boolean
}) {
  const { t } = useText()
  if (question === 'skills')
    return (
      <Field
        name="skillsNeeded"
        label={words ?? t('campaigns:skills_needed')}
        hint={t('campaigns:skills_needed_hint')}
        optional
      />
    )
  const options = keyed(difficulties, keys, (value) => t(`campaigns:degree.${value}`))
  return question === 'difficulty' ? (
    <Choices
      name="recruitingDifficulty"
      label={words ?? t('campaigns:recruiting_difficulty')}
      options={options}
    />
  ) : (
    <Choices
      name="limitsGrowth"
      label={words ?? t('campaigns:limits_growth')}
      optional={words === undefined}
      options={options}
    />
  )
}

function keyed<Value extends string>(
  values: readonly Value[],
  shown: boolean,
  label: (value: Value) => string,
) {
  return values.map((value, index) => ({
    value,
    label: label(value),
    ...(shown && { keycap: String(index + 1) }),
  }))
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="space-y-4 border-l-4 border-bridge pl-4">
      <legend className="float-left mb-1 font-semibold">{title}</legend>
      {hint && <p className="clear-both text-sm text-soft">{hint}</p>}
      <div className="clear-both space-y-4">{children}</div>
    </fieldset>
  )
}
