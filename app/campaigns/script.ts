/** What a call script may leave open; the card fills it in for the company at hand. */
export const scriptBlanks = ['company', 'contact', 'caller', 'source', 'project'] as const
export type ScriptBlank = (typeof scriptBlanks)[number]

const blank = /\{\{\s*([^{}]*?)\s*\}\}/g

/** The words between double braces that no blank is called by. */
export function unknownBlanks(script: string): string[] {
  const known: readonly string[] = scriptBlanks
  return [...script.matchAll(blank)].map(([, name = '']) => name).filter((name) => !known.includes(name))
}

/** The script with its blanks filled; a value that is not known is left as a line to say aloud around. */
export function fillScript(script: string, values: Partial<Record<ScriptBlank, string | null>>): string {
  return script.replace(blank, (whole, name: string) =>
    name in values ? (values[name as ScriptBlank] ?? '…') : whole,
  )
}
