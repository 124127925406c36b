import { useText } from '~/texts/use-text'
import type { Look } from '~/ui/button'
import { Form, Submit } from '~/ui/form'
import { Page } from '~/ui/page'

/** The page that takes a note off a company or puts it back: the note, and the one button. */
export function NotePage({
  doing,
  company,
  note,
  look,
}: {
  doing: 'dealings:note.remove' | 'dealings:note.restore'
  company: { id: string; name: string }
  note: { body: string }
  look?: Look
}) {
  const { t } = useText()
  return (
    <Page title={t(doing)} up={{ to: `/companies/${company.id}`, label: company.name }} narrow>
      <p className="mb-4 whitespace-pre-line">{note.body}</p>
      <Form>
        <Submit look={look}>{t(doing)}</Submit>
      </Form>
    </Page>
  )
}
