import type { ComponentProps, ReactNode } from 'react'
import type { Look } from './button'
import { Form, Submit } from './form'
import { Page } from './page'

/** A page that is one form: what it is about, the fields, and the one button that sends it. */
export function FormPage({
  note,
  defaultValue,
  encType,
  submit,
  look,
  children,
  ...page
}: Pick<ComponentProps<typeof Page>, 'title' | 'lead' | 'up'> &
  Pick<ComponentProps<typeof Form>, 'defaultValue' | 'encType'> & {
    /** What to read before the fields. */
    note?: ReactNode
    /** The words of the button. */
    submit: ReactNode
    look?: Look
    children?: ReactNode
  }) {
  return (
    <Page narrow {...page}>
      {note && <p className="mb-4">{note}</p>}
      <Form defaultValue={defaultValue} encType={encType}>
        {children}
        <Submit look={look}>{submit}</Submit>
      </Form>
    </Page>
  )
}
