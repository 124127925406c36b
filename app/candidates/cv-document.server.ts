import { type CvForm, type CvPerson, structuredCvOfForm } from './cv-form'
import { documentOfStructuredCv } from './cv-reading/structured-cv'
import { type DocumentLine, docxOf } from './docx-document'

/** The CV that was filled in here, as a Word document to open, print and show. */
export function wordDocumentOfForm(form: CvForm, person: CvPerson): Uint8Array {
  const { blocks } = documentOfStructuredCv(structuredCvOfForm(form, person), form.language)
  return docxOf(
    blocks.map(({ kind, text }, index): DocumentLine => {
      const line = text.replaceAll('\t', ', ')
      if (index === 0 && person.name !== '') return { text: line, look: 'name' }
      return { text: kind === 'bullet' ? `• ${line}` : line, look: kind === 'heading' ? 'heading' : 'plain' }
    }),
  )
}
