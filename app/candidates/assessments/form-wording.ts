import type { Wording } from './assessment'

/** A wording in the three languages. */
export const say = (fi: string, sv: string, en: string): Wording => ({ fi, sv, en })

type Option = [points: number, fi: string, sv: string, en: string]

/** A question with what each option is worth. */
export const ask = (key: string, area: string, text: Wording, options: Option[]) => ({
  key,
  area,
  text,
  options: options.map(([points, fi, sv, en]) => ({ points, text: say(fi, sv, en) })),
})
