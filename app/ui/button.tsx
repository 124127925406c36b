import { Link, type LinkProps } from '@remix-run/react'
import type { ButtonHTMLAttributes } from 'react'

const base =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-md px-4 py-2 text-base font-medium no-underline disabled:opacity-60'

const looks = {
  primary: 'bg-bridge text-white hover:bg-bridge-deep',
  secondary: 'border border-control bg-card text-ink hover:bg-bridge-pale',
  quiet: 'text-bridge underline hover:bg-bridge-pale',
  danger: 'border border-bad bg-card text-bad hover:bg-bad-pale',
} as const

export type Look = keyof typeof looks

export function Button({
  look = 'primary',
  className = '',
  type = 'submit',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look }) {
  return <button type={type} className={`${base} ${looks[look]} ${className}`} {...rest} />
}

/** Goes somewhere; looks like a button. Never changes anything. */
export function ButtonLink({ look = 'secondary', className = '', ...rest }: LinkProps & { look?: Look }) {
  return <Link className={`${base} ${looks[look]} ${className}`} {...rest} />
}
