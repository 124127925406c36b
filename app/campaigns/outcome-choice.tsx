import { useText } from '~/texts/use-text'
import { type CallOutcome, callOutcomes } from './call-outcome'

/** 1 to 9, 0 and minus, in the order of the outcomes on the page. */
const keys = '1234567890-'

/** The outcome a key stands for. */
export function outcomeOfKey(key: string): CallOutcome | undefined {
  return key.length === 1 ? callOutcomes[keys.indexOf(key)] : undefined
}

const groups: { name: 'not_reached' | 'not_yet' | 'yes' | 'no'; outcomes: readonly CallOutcome[] }[] = [
  { name: 'not_reached', outcomes: callOutcomes.slice(0, 3) },
  { name: 'not_yet', outcomes: callOutcomes.slice(3, 5) },
  { name: 'yes', outcomes: callOutcomes.slice(5, 7) },
  { name: 'no', outcomes: callOutcomes.slice(7) },
]

/** The outcomes as big choices, each with what it means, so that "interested" means the same to every caller. */
export function OutcomeChoice({
  chosen,
  errors,
  onChoose,
}: {
  chosen: string | undefined
  errors: string[] | undefined
  onChoose: (outcome: CallOutcome) => void
}) {
  const { t } = useText()
  return (
    <fieldset aria-describedby={errors ? 'outcome-error' : undefined}>
      <legend className="mb-1 font-medium">{t('campaigns:outcome_label')}</legend>
      <p className="mb-2 hidden text-sm text-soft md:block">{t('campaigns:outcome_keys')}</p>
      {groups.map(({ name, outcomes }) => (
        <div key={name} className="mb-3">
          <p className="mb-1 text-sm font-semibold text-soft">{t(`campaigns:outcome_group.${name}`)}</p>
          <div className="grid gap-2">
            {outcomes.map((outcome) => (
              <label
                key={outcome}
                htmlFor={`outcome-${outcome}`}
                className="flex min-h-11 items-start gap-3 rounded-md border border-control bg-card px-3 py-2 has-checked:border-bridge has-checked:bg-bridge-pale"
              >
                <input
                  id={`outcome-${outcome}`}
                  type="radio"
                  name="outcome"
                  value={outcome}
                  defaultChecked={outcome === chosen}
                  aria-invalid={errors ? true : undefined}
                  onChange={() => onChoose(outcome)}
                  className="mt-0.5 size-5 shrink-0 accent-bridge"
                />
                <span className="grow">
                  <span className="block font-medium">{t(`campaigns:outcome.${outcome}`)}</span>
                  <span className="block text-sm text-soft">{t(`campaigns:outcome_means.${outcome}`)}</span>
                </span>
                <span
                  aria-hidden="true"
                  className="hidden rounded border border-line bg-paper px-1.5 text-sm text-soft md:block"
                >
                  {keys[callOutcomes.indexOf(outcome)]}
                </span>
              </label>
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
