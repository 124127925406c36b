import { useText } from '~/texts/use-text'
import { type CallOutcome, callOutcomes } from './call-outcome'
import { type CallTries, type EffectSaid, effectsOf } from './outcome-effect'
import { type OutcomePath, outcomeGroups } from './outcome-tree'

/**
 * The outcomes as big choices, each with what it means and what it sets going. With script one question is asked at
 * a time: first the group, then the outcome in it; without, all of them stand on the page.
 */
export function OutcomeChoice({
  path,
  scripted,
  errors,
  tries,
  onChange,
}: {
  path: OutcomePath
  scripted: boolean
  errors: string[] | undefined
  tries: CallTries
  onChange: (path: OutcomePath) => void
}) {
  const { t } = useText()
  const shown = outcomeGroups.filter(({ name }) => !scripted || name === path.group)
  return (
    <fieldset aria-describedby={errors ? 'outcome-error' : undefined}>
      <legend className="mb-2 font-medium">{t('campaigns:outcome_label')}</legend>
      {scripted && (
        <div className="mb-3 grid gap-2 min-[24rem]:grid-cols-2">
          {outcomeGroups.map(({ name }, index) => (
            <button
              key={name}
              type="button"
              aria-pressed={path.group === name}
              // Before a group is chosen no outcome stands on the page to be marked and led to.
              data-invalid={(errors && !path.group && index === 0) || undefined}
              onClick={() => onChange({ group: name })}
              className="flex min-h-12 items-center justify-between gap-2 rounded-md border border-control bg-card px-3 py-2 text-left font-medium aria-pressed:border-bridge aria-pressed:bg-bridge-pale"
            >
              {t(`calls:outcome_group.${name}`)}
              {!path.group && <Keycap nth={index} />}
            </button>
          ))}
        </div>
      )}
      {shown.map(({ name, outcomes }) => (
        <div key={name} className={scripted ? 'mb-3' : 'mb-3 without-script'}>
          {!scripted && (
            <p className="mb-1 text-sm font-semibold text-soft">{t(`calls:outcome_group.${name}`)}</p>
          )}
          <div className="grid gap-2">
            {outcomes.map((outcome, index) => (
              <Outcome
                key={outcome}
                outcome={outcome}
                keycap={scripted && !path.outcome ? index : null}
                checked={path.outcome === outcome}
                // Once chosen, the others stay within reach but take less room.
                brief={scripted && path.outcome !== undefined && path.outcome !== outcome}
                tries={tries}
                invalid={errors !== undefined}
                onChoose={() => onChange({ group: name, outcome })}
              />
            ))}
          </div>
        </div>
      ))}
      {errors && (
        <p id="outcome-error" className="mt-1 font-medium text-bad">
          <span aria-hidden="true">⚠ </span>
          {t('campaigns:error.choose_outcome')}
        </p>
      )}
    </fieldset>
  )
}

function Outcome({
  outcome,
  keycap,
  checked,
  brief,
  tries,
  invalid,
  onChoose,
}: {
  outcome: CallOutcome
  keycap: number | null
  checked: boolean
  brief: boolean
  tries: CallTries
  invalid: boolean
  onChoose: () => void
}) {
  const { t } = useText()
  return (
    <label
      htmlFor={`outcome-${outcome}`}
      className="flex min-h-11 items-start gap-3 rounded-md border border-control bg-card px-3 py-2 has-checked:border-bridge has-checked:bg-bridge-pale"
    >
      <input
        id={`outcome-${outcome}`}
        type="radio"
        name="outcome"
        value={outcome}
        checked={checked}
        aria-invalid={invalid ? true : undefined}
        onChange={onChoose}
        className="mt-0.5 size-5 shrink-0 accent-bridge"
      />
      <span className="grow">
        <span className="block font-medium">{t(`calls:outcome.${outcome}`)}</span>
        {!brief && (
          <>
            <span className="block text-sm">{t(`calls:outcome_means.${outcome}`)}</span>
            <span className="block text-sm text-soft">
              <span aria-hidden="true">→ </span>
              <Effects effects={effectsOf(outcome, tries)} />
            </span>
          </>
        )}
      </span>
      {keycap !== null && <Keycap nth={keycap} />}
    </label>
  )
}

function Effects({ effects }: { effects: EffectSaid[] }) {
  const { t } = useText()
  return effects.map(({ effect, count = 0, of = 0 }) => t(`calls:effect.${effect}`, { count, of })).join(' ')
}

function Keycap({ nth }: { nth: number }) {
  return (
    <span aria-hidden="true" className="keycap">
      {nth + 1}
    </span>
  )
}

/** An outcome that a form was sent back with or a draft holds. */
export function knownOutcome(value: unknown): CallOutcome | undefined {
  return callOutcomes.find((outcome) => outcome === value)
}
