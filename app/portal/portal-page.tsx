import type { ComponentProps } from 'react'
import { Page } from '~/ui/page'

/** A page of the employer's, in the middle of the screen: there is no menu beside it. */
export function PortalPage(props: Omit<ComponentProps<typeof Page>, 'narrow'>) {
  return (
    <div className="mx-auto max-w-3xl">
      <Page {...props} />
    </div>
  )
}
