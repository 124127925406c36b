import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useText } from '~/texts/use-text'

/** The head of a page: where it lies, its one h1, and what can be done here. */
export function Page({
  title,
  lead,
  up,
  actions,
  children,
  narrow = false,
}: {
  title: ReactNode
  lead?: ReactNode
  up?: { to: string; label: string }
  actions?: ReactNode
  children: ReactNode
  /** A reading width for forms and texts. */
  narrow?: boolean
}) {
  return (
    <div className={narrow ? 'max-w-3xl' : undefined}>
      <header className="mb-6">
        {up && (
          <p className="mb-1 text-sm">
            <Link className="link" to={up.to}>
              <span aria-hidden="true">← </span>
              {up.label}
            </Link>
          </p>
        )}
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div className="min-w-0 max-w-3xl grow basis-80">
            <h1 className="text-2xl font-semibold sm:text-3xl">{title}</h1>
            {lead && <div className="mt-2 text-soft">{lead}</div>}
          </div>
          {actions && <div className="no-print flex flex-wrap gap-2">{actions}</div>}
        </div>
      </header>
      {children}
    </div>
  )
}

/** A part of a page under its own heading. */
export function Section({
  title,
  id,
  actions,
  children,
}: {
  title: ReactNode
  id?: string
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section id={id} aria-labelledby={id ? `${id}-title` : undefined} className="mb-8">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 id={id ? `${id}-title` : undefined} className="text-lg font-semibold">
          {title}
        </h2>
        {actions && <div className="no-print flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  )
}

export function Card({ children, className = '' }: { children: ReactNode; className?: string }) {
  return (
    <div className={`print-plain rounded-lg border border-line bg-card p-4 sm:p-5 ${className}`}>
      {children}
    </div>
  )
}

/** What is known, as name and value; a missing value is left out. */
export function Facts({ facts }: { facts: { label: string; value: ReactNode }[] }) {
  const known = facts.filter(
    ({ value }) => value !== null && value !== undefined && value !== '' && value !== false,
  )
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-2 sm:grid-cols-[fit-content(40%)_1fr]">
      {known.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-sm text-soft sm:pt-0.5">{label}</dt>
          <dd className="mb-1 sm:mb-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Says what will stand here and what to do first. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="rounded-lg border border-dashed border-control bg-card px-6 py-10 text-center">
      <p className="text-lg font-medium">{title}</p>
      {children && <div className="mx-auto mt-2 max-w-prose text-soft">{children}</div>}
      {action && <div className="mt-4 flex justify-center gap-2">{action}</div>}
    </div>
  )
}

const tones = {
  plain: 'border-line bg-paper text-ink',
  good: 'border-good bg-good-pale text-good',
  warn: 'border-warn bg-warn-pale text-warn',
  bad: 'border-bad bg-bad-pale text-bad',
  info: 'border-bridge bg-bridge-pale text-bridge-deep',
} as const
export type Tone = keyof typeof tones

/** A state in a word; the word carries the meaning, the colour only helps. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={`inline-block rounded-2xl border px-2.5 py-0.5 text-sm ${tones[tone]}`}>{children}</span>
  )
}

/** Something to know before going on. `alert` is read out at once. */
export function Notice({
  tone = 'info',
  title,
  children,
  alert = false,
}: {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  alert?: boolean
}) {
  return (
    <div role={alert ? 'alert' : undefined} className={`mb-4 rounded-md border-l-4 px-4 py-3 ${tones[tone]}`}>
      {title && <p className="font-semibold">{title}</p>}
      {children && <div className="text-ink">{children}</div>}
    </div>
  )
}

/** A dash for a value that is not known, read out as such. */
export function Unknown() {
  const { t } = useText()
  return <span className="unknown text-soft">{t('ui:none')}</span>
}
