import type { TextKey } from '~/texts/text-keys'

/** A refusal by a rule of the field, with a text written for the person who asked. Actions show it as 409. */
export class RuleError extends Error {
  constructor(
    readonly text: TextKey,
    readonly params: Record<string, string | number> = {},
  ) {
    super(text)
    this.name = 'RuleError'
  }
}
