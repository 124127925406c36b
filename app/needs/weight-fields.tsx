import { Form } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'
import { HiddenField } from '~/ui/form'
import type { MatchWeights } from './match-rules'
import { useWeightGroups } from './rule-weights'

/** Weights to try out: a plain GET form, whose result is an address that can be shown to somebody else. */
export function WeightFields({ weights }: { weights: MatchWeights }) {
  const { t } = useText()
  return (
    <Form method="get" className="mb-8" key={JSON.stringify(weights)}>
      <div className="mb-4 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
        {useWeightGroups().map((group) => (
          <fieldset key={group.title} className="min-w-0">
            <legend className="mb-2 font-medium">{group.title}</legend>
            {group.weights.map(({ name, label, max, of }) => (
              <label key={name} className="mb-2 block text-sm">
                <span className="mb-1 block text-soft">{label}</span>
                <input
                  type="number"
                  name={name}
                  min={name === 'must' || name === 'step' ? 1 : 0}
                  max={max}
                  required
                  defaultValue={of(weights)}
                  className="control"
                />
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <Button look="secondary">{t('matching:change.preview')}</Button>
    </Form>
  )
}

/** The same weights carried along in the form that puts them in force. */
export function HiddenWeights({ weights }: { weights: MatchWeights }) {
  return useWeightGroups().flatMap(({ weights: group }) =>
    group.map(({ name, of }) => <HiddenField key={name} name={name} value={of(weights)} />),
  )
}
