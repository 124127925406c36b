import { FormProvider, type SubmissionResult, useForm } from '@conform-to/react'
import {
  Form as RemixForm,
  useActionData,
  useFetcher,
  useLocation,
  useNavigation,
  useRevalidator,
  useSubmit,
} from '@remix-run/react'
import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useText } from '~/texts/use-text'
import { Button, type Look } from './button'
import { errorText } from './form-fields'
import { Notice } from './page'

type Reply = { form?: SubmissionResult } | undefined

/**
 * One form, one URL. It shows the server's messages at their fields, keeps what was typed, sends each filling
 * once however often it is clicked, and says so when the network is away instead of losing the text.
 * `inline` posts without leaving the page; the URL it posts to is also a page of its own for those without script.
 * `resends` sends by itself, once, when a lost network is back.
 */
export function Form(props: FormProps) {
  const [filling, setFilling] = useState(0)
  return <Filling key={filling} {...props} onMended={() => setFilling((number) => number + 1)} />
}

type FormProps = {
  action?: string
  inline?: boolean
  resends?: boolean
  defaultValue?: Record<string, unknown>
  children: ReactNode
  encType?: 'multipart/form-data'
  className?: string
  id?: string
  label?: string
}

/** Conform keeps the errors of a refusal when the next sending is taken and leads to the same page: `onMended` hears of it. */
function Filling({
  action,
  inline = false,
  resends = false,
  defaultValue,
  children,
  encType,
  className = 'space-y-5',
  id,
  label,
  onMended,
}: FormProps & { onMended: () => void }) {
  const { t } = useText()
  const { lastResult, busy, sending, post } = usePosting({ action, inline, encType })
  const [form] = useForm({
    id,
    lastResult,
    // Conform turns numbers, days and lists into the texts of the fields; its type only knows a schema's own.
    defaultValue: defaultValue as Record<string, string> | undefined,
    defaultNoValidate: true,
  })
  useFreshVersion(lastResult)
  const [offline, setOffline] = useState(false)
  const [once, renewOnce] = useOnceToken()
  const element = useRef<HTMLFormElement>(null)
  const sender = useRef<HTMLButtonElement | null>(null)
  useResending(resends && offline, element, sender)

  const hasErrors = Object.keys(form.allErrors).length > 0
  const sent = useRef(false)
  useOnAnswer(busy, () => {
    // A new filling after a success: the same form may be sent again with other content.
    renewOnce()
    if (lastResult?.error) element.current?.querySelector<HTMLElement>(FIRST_WRONG)?.focus()
    else if (inline && !lastResult) element.current?.reset()
    else if (!lastResult && hasErrors && sent.current) onMended()
    sent.current = false
  })

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    // While an answer still loads the next click counts: the server takes the same filling only once.
    if (sending) return
    const target = event.currentTarget
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    sender.current = submitter instanceof HTMLButtonElement ? submitter : null
    const formData = new FormData(target, sender.current)
    if (!(await serverAnswers())) {
      setOffline(true)
      return
    }
    setOffline(false)
    sent.current = true
    post(formData)
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

/** Posting of a form by its page or, `inline`, beside it, and what the server said to it last. */
function usePosting({
  action,
  inline,
  encType,
}: { inline: boolean } & Pick<FormProps, 'action' | 'encType'>) {
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
  const sending = (inline ? fetcher : navigation).state === 'submitting'
  function post(formData: FormData) {
    const options = { method: 'post' as const, action, encType }
    // A decision halfway down a list leaves the reader there.
    if (inline) fetcher.submit(formData, { ...options, preventScrollReset: true })
    else submit(formData, options)
  }
  return { lastResult, busy, sending, post }
}

/** Remix keeps a page's data after a refusal; the version another person saved meanwhile has to be fetched. */
function useFreshVersion(lastResult: SubmissionResult | undefined) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (lastResult?.error?.['']) revalidate()
  }, [lastResult, revalidate])
}

/** Sends the form again, by the button that sent it, while the network is away and when it is back. */
function useResending(
  waiting: boolean,
  form: RefObject<HTMLFormElement>,
  sender: RefObject<HTMLButtonElement | null>,
) {
  useEffect(() => {
    if (!waiting) return
    const again = () => form.current?.requestSubmit(sender.current)
    const tries = setInterval(again, RESEND_AFTER_MS)
    window.addEventListener('online', again)
    return () => {
      clearInterval(tries)
      window.removeEventListener('online', again)
    }
  }, [waiting, form, sender])
}

/** Calls `onAnswer` once when the server has answered, with what the page then knows. */
function useOnAnswer(busy: boolean, onAnswer: () => void) {
  const wasBusy = useRef(false)
  useEffect(() => {
    if (wasBusy.current && !busy) onAnswer()
    wasBusy.current = busy
  })
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

/** A button that begins a choice cannot be invalid by ARIA; it says so by a mark of its own. */
const FIRST_WRONG = '[aria-invalid="true"], [data-invalid]'

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
        {busy ? t('ui:saving') : ''}
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
