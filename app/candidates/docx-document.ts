import { strToU8, zipSync } from 'fflate'

export const WORD_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export type DocumentLine = { text: string; look: 'name' | 'heading' | 'plain' }

const style = {
  name: '<w:b/><w:sz w:val="36"/>',
  heading: '<w:b/><w:sz w:val="26"/>',
  plain: '<w:sz w:val="22"/>',
}
const office = 'http://schemas.openxmlformats.org'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** The smallest Word document that holds these lines. */
export function docxOf(lines: readonly DocumentLine[]): Uint8Array {
  const paragraphs = lines.map(
    ({ text, look }) =>
      `<w:p><w:r><w:rPr>${style[look]}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`,
  )
  const parts = {
    '[Content_Types].xml': `${head}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${head}<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${paragraphs.join('')}</w:body></w:document>`,
  }
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
  // The same lines always make the same bytes: no time of writing in the archive.
  return zipSync(files, { mtime: '1980-01-01T00:00:00' })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
