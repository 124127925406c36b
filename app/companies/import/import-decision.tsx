import { Form, Submit } from '~/ui/form'
import { Page } from '~/ui/page'
import type { CompanyImport } from './import.server'
import { ImportFacts } from './import-facts'

/** Asks once more, with what the import holds in sight, before its rows go. */
export function ImportDecision({
  found,
  title,
  lead,
  submit,
}: {
  found: CompanyImport
  title: string
  lead: string
  submit: string
}) {
  return (
    <Page
      title={title}
      lead={lead}
      up={{ to: `/companies/imports/${found.id}`, label: found.fileName }}
      narrow
    >
      <div className="mb-5">
        <ImportFacts found={found} />
      </div>
      <Form>
        <Submit look="danger">{submit}</Submit>
      </Form>
    </Page>
  )
}
