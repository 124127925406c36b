import { z } from 'zod'
import { day, longText, optionalDay, optionalText, text, version } from '~/platform/fields'
import { optionalBusinessId, optionalPhone } from '../company'

export const NoteForm = z.object({ body: longText(2000) })
export type NoteForm = z.output<typeof NoteForm>

export const TaskForm = z.object({ title: text(200), dueOn: day(), ownerId: z.uuid() })
export type TaskForm = z.output<typeof TaskForm>
export const TaskChangeForm = TaskForm.extend({ version: version() })
export type TaskChangeForm = z.output<typeof TaskChangeForm>

export const promisers = ['house', 'company'] as const
export const PromiseForm = z.object({
  promisedBy: z.enum(promisers),
  what: text(500),
  promisedOn: day(),
  dueOn: optionalDay(),
})
export type PromiseForm = z.output<typeof PromiseForm>

export const promiseOutcomes = ['kept', 'broken', 'released'] as const
export const PromiseOutcomeForm = z.object({ outcome: z.enum(promiseOutcomes), note: optionalText(500) })
export type PromiseOutcomeForm = z.output<typeof PromiseOutcomeForm>

const siteFields = {
  name: optionalText(200),
  street: optionalText(200),
  postcode: z
    .string()
    .regex(/^\d{5}$/, { error: 'companies:error.postcode' })
    .optional(),
  municipality: optionalText(80),
  phone: optionalPhone(),
}
const saysWhere = ({
  street,
  municipality,
  name,
}: {
  street?: string
  municipality?: string
  name?: string
}) => Boolean(street || municipality || name)
const nowhere = { path: ['street'], error: 'dealings:site.empty' }
export const SiteForm = z.object(siteFields).refine(saysWhere, nowhere)
export const SiteChangeForm = z.object({ ...siteFields, version: version() }).refine(saysWhere, nowhere)
export type SiteForm = z.output<typeof SiteForm>

export const GroupForm = z.object({ parentBusinessId: optionalBusinessId(), version: version() })
export type GroupForm = z.output<typeof GroupForm>

export const OwnerForm = z.object({ ownerId: z.uuid().optional() })

export const tones = ['plain', 'info', 'good', 'warn', 'bad'] as const
export type TagTone = (typeof tones)[number]
export const TagForm = z.object({ name: text(40), tone: z.enum(tones) })
export type TagForm = z.output<typeof TagForm>
export const TagChangeForm = TagForm.extend({ version: version() })
export type TagChangeForm = z.output<typeof TagChangeForm>

/** The tags of one company as they are to be; a new word is added to everybody's list. */
export const CompanyTagsForm = z.object({
  tagIds: z.preprocess(
    (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
    z.array(z.uuid()).max(50),
  ),
  newTag: optionalText(40),
})
export type CompanyTagsForm = z.output<typeof CompanyTagsForm>

export const AcquaintanceForm = z.object({ userId: z.uuid(), how: optionalText(200) })
export type AcquaintanceForm = z.output<typeof AcquaintanceForm>

export const CompanyFileForm = z.object({
  title: optionalText(120),
  file: z.instanceof(File, { error: 'errors:file_missing' }),
})
