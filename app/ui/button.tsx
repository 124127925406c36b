import { Link, type LinkProps } from '@remix-run/react'
import type { ButtonHTMLAttributes } from 'react'

const base =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-md py-2 text-base font-medium wrap-break-word no-underline disabled:opacity-60'

const looks = {
  primary: 'px-4 bg-bridge text-white hover:bg-bridge-deep',
  secondary: 'px-4 border border-control bg-card text-ink hover:bg-bridge-pale',
  quiet: 'px-1 text-bridge underline hover:bg-bridge-pale',
  danger: 'px-4 border border-bad bg-card text-bad hover:bg-bad-pale',
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
