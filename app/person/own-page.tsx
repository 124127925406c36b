import type { ComponentProps } from 'react'
import { Page } from '~/ui/page'

/** A page of the person's own, as wide as a text is read. */
export function OwnPage(props: Omit<ComponentProps<typeof Page>, 'narrow'>) {
  return (
    <div className="mx-auto max-w-3xl text-lg">
      <Page {...props} />
    </div>
  )
}
