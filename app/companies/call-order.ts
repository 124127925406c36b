import { z } from 'zod'

/**
 * What speaks for calling a company now, and against. Points are for the thing itself, or for each up to `most`: a
 * person who fits, a search word met, a contact within the year.
 */
export const orderRules = {
  small: { points: 10, most: 1 },
  growing: { points: 15, most: 1 },
  funded: { points: 15, most: 1 },
  earlier: { points: 25, most: 1 },
  asked: { points: 40, most: 1 },
  fits: { points: 5, most: 5 },
  keywords: { points: 5, most: 3 },
  quiet: { points: 10, most: 1 },
  recent: { points: -30, most: 1 },
  often: { points: -5, most: 6 },
} as const satisfies Record<string, { points: number; most: number }>

export type OrderRule = keyof typeof orderRules
export const orderRuleNames = Object.keys(orderRules) as OrderRule[]

const points = z.coerce.number().int().min(-100).max(100)

/** Points of each rule, and after how many months without a contact a company is quiet. */
export const OrderForm = z.object({
  small: points,
  growing: points,
  funded: points,
  earlier: points,
  asked: points,
  fits: points,
  keywords: points,
  quiet: points,
  recent: points,
  often: points,
  quietAfterMonths: z.coerce.number().int().min(1).max(60),
})
export type OrderPoints = z.output<typeof OrderForm>

/** Days for which a company that was reached sinks in the order. */
export const recentDays = 30

/** How the house orders companies where a campaign says nothing else. */
export const houseOrder: OrderPoints = {
  small: orderRules.small.points,
  growing: orderRules.growing.points,
  funded: orderRules.funded.points,
  earlier: orderRules.earlier.points,
  asked: orderRules.asked.points,
  fits: orderRules.fits.points,
  keywords: orderRules.keywords.points,
  quiet: orderRules.quiet.points,
  recent: orderRules.recent.points,
  often: orderRules.often.points,
  quietAfterMonths: 6,
}

/** One reason of a company's points; `count` is how many of the thing were counted. */
export type PointReason =
  | { rule: OrderRule; points: number; count: number }
  /** Instead of all others: the company said no on a calendar day, which may not be known. */
  | { rule: 'refused'; points: 0; count: 1; day: string | null }

/** The points that an address gives; what it leaves out or gives wrong stays as in `otherwise`. */
export function orderOf(params: URLSearchParams, otherwise: OrderPoints): OrderPoints {
  const given = Object.entries(OrderForm.shape).flatMap(([name, field]) => {
    const value = params.has(name) ? field.safeParse(params.get(name)) : null
    return value?.success ? [[name, value.data]] : []
  })
  return { ...otherwise, ...Object.fromEntries(given) }
}
