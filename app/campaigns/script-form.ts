import { z } from 'zod'
import { optionalText } from '~/platform/fields'
import { readScript } from './script'

const scriptText = () =>
  z
    .string()
    .max(8000)
    .optional()
    .superRefine((script, context) => {
      for (const { line, fault, words } of readScript(script ?? '').problems.slice(0, 5))
        context.addIssue({
          code: 'custom',
          message: `calls:script.fault.${fault}|${JSON.stringify({ line, words })}`,
        })
    })

/** A new version of a script; `after` is the number of the version the editor was opened with. */
export const ScriptForm = z
  .object({
    after: z.coerce.number().int().nonnegative(),
    textFi: scriptText(),
    textSv: scriptText(),
    textEn: scriptText(),
  })
  .superRefine((form, context) => {
    if (!form.textFi?.trim() && !form.textSv?.trim() && !form.textEn?.trim())
      context.addIssue({ code: 'custom', path: ['textFi'], message: 'campaigns:error.no_script' })
  })
export type ScriptForm = z.output<typeof ScriptForm>

/** What the company answered to one question of the script. */
export const ScriptAnswer = z.object({
  number: z.coerce.number().int().min(1).max(100),
  answer: optionalText(1000),
})
