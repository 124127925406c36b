import { useField } from '@conform-to/react'
import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from 'react'
import { unpackText } from '~/texts/text'
import { useText } from '~/texts/use-text'

type FieldProps = {
  name: string
  label: string
  hint?: ReactNode
  /** Marks what may be left empty; everything else must be filled. */
  optional?: boolean
}

/** The label, the hint and the message of a field, tied to it for every reader. */
function FieldFrame({
  label,
  hint,
  optional,
  field,
  hintId,
  children,
}: Omit<FieldProps, 'name'> & {
  field: { id: string; errorId: string; errors?: string[] }
  hintId: string
  children: ReactNode
}) {
  const { t } = useText()
  return (
    <div>
      <label htmlFor={field.id} className="mb-1 block font-medium">
        {label}
        {optional && <span className="font-normal text-soft"> ({t('ui:optional')})</span>}
      </label>
      {hint && (
        <div id={hintId} className="mb-1 text-sm text-soft">
          {hint}
        </div>
      )}
      {children}
      <FieldError id={field.errorId} errors={field.errors} />
    </div>
  )
}

function FieldError({ id, errors }: { id: string; errors: string[] | undefined }) {
  const { t } = useText()
  if (!errors?.length) return null
  return (
    <p id={id} className="mt-1 font-medium text-bad">
      <span aria-hidden="true">⚠ </span>
      {errors.map((packed) => errorText(t, packed)).join(' ')}
    </p>
  )
}

function useFieldParts(name: string, hint: ReactNode) {
  const [field] = useField<string>(name)
  const hintId = `${field.id}-hint`
  return {
    field,
    hintId,
    /** What every control has of its field. */
    control: {
      id: field.id,
      name: field.name,
      'aria-invalid': field.errors ? true : undefined,
      'aria-describedby':
        [hint ? hintId : null, field.errors ? field.errorId : null].filter(Boolean).join(' ') || undefined,
    },
  }
}

/** What a control that is typed in or chosen from has besides: what stands in it, its look, and whether it must be filled. */
const filled = (field: { initialValue?: string }, optional: boolean | undefined) => ({
  defaultValue: field.initialValue ?? '',
  className: 'control',
  'aria-required': optional ? undefined : true,
})

export function Field({
  name,
  label,
  hint,
  optional,
  type = 'text',
  ...rest
}: FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'defaultValue'>) {
  const { field, hintId, control } = useFieldParts(name, hint)
  return (
    <FieldFrame {...{ label, hint, optional, field, hintId }}>
      <input key={field.key} type={type} {...control} {...filled(field, optional)} {...rest} />
    </FieldFrame>
  )
}

export function TextArea({
  name,
  label,
  hint,
  optional,
  rows = 4,
  ...rest
}: FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'defaultValue'>) {
  const { field, hintId, control } = useFieldParts(name, hint)
  return (
    <FieldFrame {...{ label, hint, optional, field, hintId }}>
      <textarea key={field.key} rows={rows} {...control} {...filled(field, optional)} {...rest} />
    </FieldFrame>
  )
}

/** `keycap` shows the key that chooses it. */
export type Option = { value: string; label: string; keycap?: string }

/** These values as options, each with its words. */
export function optionsOf<const Value extends string>(
  values: readonly Value[],
  words: (value: Value) => string,
): Option[] {
  return values.map((value) => ({ value, label: words(value) }))
}

/** `none` words the empty choice where that is an answer like the others. */
export function Select({
  name,
  label,
  hint,
  optional,
  none,
  options,
}: FieldProps & { options: readonly Option[]; none?: string }) {
  const { t } = useText()
  const { field, hintId, control } = useFieldParts(name, hint)
  return (
    <FieldFrame {...{ label, hint, optional, field, hintId }}>
      <select key={field.key} {...control} {...filled(field, optional || Boolean(none))}>
        <option value="">{none ?? t('ui:choose')}</option>
        {options.map(({ value, label: optionLabel }) => (
          <option key={value} value={value}>
            {optionLabel}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** One of a few (radio) or any of a few (checkbox), all in sight. */
export function Choices({
  name,
  label,
  hint,
  optional,
  options,
  type = 'radio',
}: FieldProps & { options: readonly Option[]; type?: 'radio' | 'checkbox' }) {
  const { t } = useText()
  const [field] = useField<string | string[]>(name)
  const given = field.initialValue
  const chosen: string[] = Array.isArray(given) ? given.map(String) : given ? [String(given)] : []
  const hintId = `${field.id}-hint`
  const invalid = field.errors ? true : undefined
  return (
    <fieldset
      aria-describedby={
        [hint ? hintId : null, field.errors ? field.errorId : null].filter(Boolean).join(' ') || undefined
      }
    >
      <legend className="mb-1 font-medium">
        {label}
        {optional && <span className="font-normal text-soft"> ({t('ui:optional')})</span>}
      </legend>
      {hint && (
        <div id={hintId} className="mb-1 text-sm text-soft">
          {hint}
        </div>
      )}
      <div className="flex flex-wrap gap-2" key={field.key}>
        {options.map((option) => (
          <label
            key={option.value}
            htmlFor={`${field.id}-${option.value}`}
            className="flex min-h-11 items-center gap-2 rounded-md border border-control bg-card px-3 py-2 has-checked:border-bridge has-checked:bg-bridge-pale"
          >
            <input
              id={`${field.id}-${option.value}`}
              type={type}
              name={field.name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              aria-invalid={invalid}
              className="size-5 accent-bridge"
            />
            {option.label}
            {option.keycap && (
              <span aria-hidden="true" className="keycap">
                {option.keycap}
              </span>
            )}
          </label>
        ))}
      </div>
      <FieldError id={field.errorId} errors={field.errors} />
    </fieldset>
  )
}

export function Checkbox({ name, label, hint }: Omit<FieldProps, 'optional'>) {
  const { field, hintId, control } = useFieldParts(name, hint)
  return (
    <div>
      <label htmlFor={field.id} className="flex min-h-11 items-center gap-3">
        <input
          key={field.key}
          type="checkbox"
          defaultChecked={field.initialValue === 'on'}
          className="size-5 shrink-0 accent-bridge"
          {...control}
        />
        {label}
      </label>
      {hint && (
        <div id={hintId} className="ml-8 text-sm text-soft">
          {hint}
        </div>
      )}
      <FieldError id={field.errorId} errors={field.errors} />
    </div>
  )
}

/** One file; the browser's own control, so that it works without script and with a phone's camera roll. */
export function FileField({ name, label, hint, optional, accept }: FieldProps & { accept?: string }) {
  const { field, hintId, control } = useFieldParts(name, hint)
  return (
    <FieldFrame {...{ label, hint, optional, field, hintId }}>
      <input type="file" accept={accept} className="control border-dashed py-4" {...control} />
    </FieldFrame>
  )
}

/** The message that the server packed for a field or a form, in the reader's language. */
export function errorText(t: ReturnType<typeof useText>['t'], packed: string): string {
  const { key, params } = unpackText(packed)
  return t(key, params)
}
