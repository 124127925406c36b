import { Form } from '@remix-run/react'
import { type OrderPoints, orderRuleNames, orderRules, recentDays } from '~/companies/call-order'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'
import { Card } from '~/ui/page'

/** The points of every rule. Trying them out is an address, so that an order can be compared and shared. */
export function OrderFields({ order, editable }: { order: OrderPoints; editable: boolean }) {
  const { t } = useText()
  return (
    <Form method="get" aria-label={t('prospects:order.title')} key={JSON.stringify(order)}>
      <Card className="space-y-4">
        <p id="points-hint" className="text-sm text-soft">
          {t('prospects:order.points_hint')}
        </p>
        {orderRuleNames.map((rule) => {
          const { most } = orderRules[rule]
          const hint = t(`prospects:order.hints.${rule}`, { days: recentDays })
          return (
            <NumberField
              key={rule}
              name={rule}
              label={t(`prospects:order.rules.${rule}`)}
              hint={most > 1 ? t('prospects:order.per_most', { hint, most }) : hint}
              value={order[rule]}
              from={-100}
              to={100}
              editable={editable}
            />
          )
        })}
        <NumberField
          name="quietAfterMonths"
          label={t('prospects:order.quietAfterMonths')}
          hint={t('prospects:order.quietAfterMonths_hint')}
          value={order.quietAfterMonths}
          from={1}
          to={60}
          editable={editable}
        />
        {editable && <Button look="secondary">{t('prospects:order.preview')}</Button>}
      </Card>
    </Form>
  )
}

function NumberField({
  name,
  label,
  hint,
  value,
  from,
  to,
  editable,
}: {
  name: string
  label: string
  hint: string
  value: number
  from: number
  to: number
  editable: boolean
}) {
  return (
    <div className="flex items-start justify-between gap-4">
      <div>
        <label htmlFor={`order-${name}`} className="font-medium">
          {label}
        </label>
        <p id={`order-${name}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      </div>
      <input
        id={`order-${name}`}
        name={name}
        type="number"
        min={from}
        max={to}
        required
        defaultValue={value}
        readOnly={!editable}
        aria-describedby={`order-${name}-hint`}
        className="control w-24 shrink-0 text-right tabular-nums"
      />
    </div>
  )
}
