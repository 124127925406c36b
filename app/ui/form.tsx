import { FormProvider, type SubmissionResult, useField, useForm } from '@conform-to/react'
import {
  Form as RemixForm,
  useActionData,
  useFetcher,
  useLocation,
  useNavigation,
  useRevalidator,
  useSubmit,
} from '@remix-run/react'
import { type FormEvent, type InputHTMLAttributes, type ReactNode, useEffect, useRef, useState } from 'react'
import { unpackText } from '~/texts/text'
import { useText } from '~/texts/use-text'
import { Button, type Look } from './button'
import { Notice } from './page'

type Reply = { form?: SubmissionResult } | undefined

/**
 * One form, one URL. It shows the server's messages at their fields, keeps what was typed, sends each filling
 * once however often it is clicked, and says so when the network is away instead of losing the text.
 * `inline` posts without leaving the page; the URL it posts to is also a page of its own for those without script.
 * `resends` sends by itself, once, when a lost network is back.
 */
export function Form({
  action,
  inline = false,
  resends = false,
  defaultValue,
  children,
  encType,
  className = 'space-y-5',
  id,
  label,
}: {
  action?: string
  inline?: boolean
  resends?: boolean
  defaultValue?: Record<string, unknown>
  children: ReactNode
  encType?: 'multipart/form-data'
  className?: string
  id?: string
  label?: string
}) {
  const { t } = useText()
  const fetcher = useFetcher<Reply>()
  const navigationReply = useActionData<Reply>()
  const navigation = useNavigation()
  const submit = useSubmit()
  const { pathname } = useLocation()
  // Several forms may stand on one page: what it answers is for the one that posts to its address.
  const pageReply = action === undefined || action === pathname ? navigationReply : undefined
  const lastResult = (inline ? fetcher.data : pageReply)?.form
  const busy = inline
    ? fetcher.state !== 'idle'
    : navigation.state !== 'idle' && navigation.formMethod === 'POST'
  const [form] = useForm({
    id,
    lastResult,
    // Conform turns numbers, days and lists into the texts of the fields; its type only knows a schema's own.
    defaultValue: defaultValue as Record<string, string> | undefined,
    defaultNoValidate: true,
  })
  // Remix keeps a page's data after a refusal; the version another person saved meanwhile has to be fetched.
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (lastResult?.error?.['']) revalidate()
  }, [lastResult, revalidate])
  const [offline, setOffline] = useState(false)
  const [once, renewOnce] = useOnceToken()
  const element = useRef<HTMLFormElement>(null)
  const sender = useRef<HTMLButtonElement | null>(null)
  useEffect(() => {
    if (!resends || !offline) return
    const again = () => element.current?.requestSubmit(sender.current)
    const tries = setInterval(again, RESEND_AFTER_MS)
    window.addEventListener('online', again)
    return () => {
      clearInterval(tries)
      window.removeEventListener('online', again)
    }
  }, [resends, offline])

  // A new filling after a success: the same form may be sent again with other content.
  const wasBusy = useRef(false)
  useEffect(() => {
    if (wasBusy.current && !busy) {
      renewOnce()
      if (lastResult?.error) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
      else if (inline && !lastResult) element.current?.reset()
    }
    wasBusy.current = busy
  }, [busy, lastResult, inline, renewOnce])

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    // While an answer still loads the next click counts: the server takes the same filling only once.
    if ((inline ? fetcher : navigation).state === 'submitting') return
    const target = event.currentTarget
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    sender.current = submitter instanceof HTMLButtonElement ? submitter : null
    const formData = new FormData(target, sender.current)
    if (!(await serverAnswers())) {
      setOffline(true)
      return
    }
    setOffline(false)
    const options = { method: 'post' as const, action, encType }
    // A decision halfway down a list leaves the reader there.
    if (inline) fetcher.submit(formData, { ...options, preventScrollReset: true })
    else submit(formData, options)
  }

  return (
    <FormProvider context={form.context}>
      <RemixForm
        ref={element}
        id={form.id}
        method="post"
        action={action}
        encType={encType}
        noValidate
        aria-label={label}
        aria-busy={busy}
        className={className}
        onSubmit={send}
      >
        <input type="hidden" name="once" value={once} suppressHydrationWarning readOnly />
        {offline && (
          <Notice tone="warn" alert>
            {t(resends ? 'errors:offline_resends' : 'errors:offline')}
          </Notice>
        )}
        <FormErrors
          errors={form.errors}
          hasFieldErrors={Object.keys(form.allErrors).some((name) => name !== '')}
        />
        {children}
      </RemixForm>
    </FormProvider>
  )
}

function FormErrors({ errors, hasFieldErrors }: { errors: string[] | undefined; hasFieldErrors: boolean }) {
  const { t } = useText()
  if (!errors?.length && !hasFieldErrors) return null
  return (
    <Notice tone="bad" alert title={errors?.length ? undefined : t('errors:form_has_errors')}>
      {errors?.map((packed) => (
        <p key={packed}>{errorText(t, packed)}</p>
      ))}
    </Notice>
  )
}

const RESEND_AFTER_MS = 5000

async function serverAnswers(): Promise<boolean> {
  try {
    await fetch('/healthz', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(5000) })
    return true
  } catch {
    return false
  }
}

function useOnceToken(): [string, () => void] {
  const [token, setToken] = useState(() => crypto.randomUUID())
  const renew = useRef(() => setToken(crypto.randomUUID()))
  return [token, renew.current]
}

function errorText(t: ReturnType<typeof useText>['t'], packed: string): string {
  const { key, params } = unpackText(packed)
  return t(key, params)
}

type FieldProps = {
  name: string
  label: string
  hint?: ReactNode
  /** Marks what may be left empty; everything else must be filled. */
  optional?: boolean
}

/** The label, the hint and the message of a field, tied to it for every reader. */
function FieldFrame({
  id,
  label,
  hint,
  optional,
  errors,
  errorId,
  hintId,
  children,
}: Omit<FieldProps, 'name'> & {
  id: string
  errors: string[] | undefined
  errorId: string
  hintId: string
  children: ReactNode
}) {
  const { t } = useText()
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
        {optional && <span className="font-normal text-soft"> ({t('common:optional')})</span>}
      </label>
      {hint && (
        <div id={hintId} className="mb-1 text-sm text-soft">
          {hint}
        </div>
      )}
      {children}
      <FieldError id={errorId} errors={errors} />
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
    aria: {
      'aria-invalid': field.errors ? true : undefined,
      'aria-describedby':
        [hint ? hintId : null, field.errors ? field.errorId : null].filter(Boolean).join(' ') || undefined,
    },
  }
}

export function Field({
  name,
  label,
  hint,
  optional,
  type = 'text',
  ...rest
}: FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'defaultValue'>) {
  const { field, hintId, aria } = useFieldParts(name, hint)
  return (
    <FieldFrame
      id={field.id}
      label={label}
      hint={hint}
      optional={optional}
      errors={field.errors}
      errorId={field.errorId}
      hintId={hintId}
    >
      <input
        key={field.key}
        id={field.id}
        name={field.name}
        type={type}
        defaultValue={field.initialValue ?? ''}
        className="control"
        aria-required={optional ? undefined : true}
        {...aria}
        {...rest}
      />
    </FieldFrame>
  )
}

export function TextArea({ name, label, hint, optional, rows = 4 }: FieldProps & { rows?: number }) {
  const { field, hintId, aria } = useFieldParts(name, hint)
  return (
    <FieldFrame
      id={field.id}
      label={label}
      hint={hint}
      optional={optional}
      errors={field.errors}
      errorId={field.errorId}
      hintId={hintId}
    >
      <textarea
        key={field.key}
        id={field.id}
        name={field.name}
        rows={rows}
        defaultValue={field.initialValue ?? ''}
        className="control"
        aria-required={optional ? undefined : true}
        {...aria}
      />
    </FieldFrame>
  )
}

/** `keycap` shows the key that chooses it. */
export type Option = { value: string; label: string; keycap?: string }

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
  const { field, hintId, aria } = useFieldParts(name, hint)
  return (
    <FieldFrame
      id={field.id}
      label={label}
      hint={hint}
      optional={optional}
      errors={field.errors}
      errorId={field.errorId}
      hintId={hintId}
    >
      <select
        key={field.key}
        id={field.id}
        name={field.name}
        defaultValue={field.initialValue ?? ''}
        className="control"
        aria-required={optional || none ? undefined : true}
        {...aria}
      >
        <option value="">{none ?? t('common:choose')}</option>
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
        {optional && <span className="font-normal text-soft"> ({t('common:optional')})</span>}
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
  const { field, hintId, aria } = useFieldParts(name, hint)
  return (
    <div>
      <label htmlFor={field.id} className="flex min-h-11 items-center gap-3">
        <input
          key={field.key}
          id={field.id}
          type="checkbox"
          name={field.name}
          defaultChecked={field.initialValue === 'on'}
          className="size-5 shrink-0 accent-bridge"
          {...aria}
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
  const { field, hintId, aria } = useFieldParts(name, hint)
  return (
    <FieldFrame
      id={field.id}
      label={label}
      hint={hint}
      optional={optional}
      errors={field.errors}
      errorId={field.errorId}
      hintId={hintId}
    >
      <input
        id={field.id}
        name={field.name}
        type="file"
        accept={accept}
        className="control border-dashed py-4"
        {...aria}
      />
    </FieldFrame>
  )
}

export function HiddenField({ name, value }: { name: string; value: string | number | null | undefined }) {
  return <input type="hidden" name={name} value={value ?? ''} readOnly />
}

/** The button that sends the form around it; it says so while the server works. */
export function Submit({
  children,
  look = 'primary',
  name,
  value,
  pressed,
}: {
  children: ReactNode
  look?: Look
  name?: string
  value?: string
  /** Of buttons that choose: whether this one is chosen now. */
  pressed?: boolean
}) {
  const { t } = useText()
  const navigation = useNavigation()
  const busy = navigation.state === 'submitting'
  return (
    <Button look={look} name={name} value={value} aria-pressed={pressed} aria-disabled={busy || undefined}>
      {children}
      <span role="status" className="sr-only">
        {busy ? t('common:saving') : ''}
      </span>
    </Button>
  )
}

/** A single action as a button of its own, for one click: it posts `fields` to `action`. */
export function ActionButton({
  action,
  fields = {},
  look = 'secondary',
  children,
}: {
  action: string
  fields?: Record<string, string | number>
  look?: Look
  children: ReactNode
}) {
  return (
    <Form action={action} className="inline">
      {Object.entries(fields).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <Submit look={look}>{children}</Submit>
    </Form>
  )
}
