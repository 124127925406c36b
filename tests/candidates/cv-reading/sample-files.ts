/** Small files built in memory, so that no real CV needs to be kept. */
import { strToU8, zipSync } from 'fflate'

/** Text at a place on an A4 page: x from the left and y from the bottom, in points. */
export type Placed = { x: number; y: number; text: string; size?: number; bold?: boolean }

/** Lines from the top of the page down, 14 points apart. */
export const linesFromTop = (lines: string[], { x = 60, top = 780, size = 10 } = {}): Placed[] =>
  lines.map((text, index) => ({ x, y: top - index * 14, text, size }))

/** A PDF with the given text in Helvetica, WinAnsi-encoded, one array of texts for each page. */
export function pdfOf(pages: Placed[][], extra: { producer?: string } = {}): Uint8Array {
  const contents = pages.map((page) => page.map(drawText).join('\n'))
  return pdfOfContents(contents, extra)
}

export function pdfOfContents(contents: string[], { producer = 'test' } = {}): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const kids = contents.map((_, index) => `${5 + index * 2} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>')
  contents.forEach((content, index) => {
    const resources = '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>'
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${resources} /Contents ${6 + index * 2} 0 R >>`)
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  })
  add(`<< /Producer (${producer}) >>`)
  return assemblePdf(objects)
}

/** Joins numbered objects, the first being the catalogue and the last the information, into a file. */
export const assemblePdf = (objects: string[], trailerExtra = ''): Uint8Array =>
  assembleBinaryPdf(objects, trailerExtra)

/** The same for objects of which some hold pictures. */
export function assembleBinaryPdf(objects: (string | Uint8Array)[], trailerExtra = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  let length = parts[0]?.length ?? 0
  const add = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)
    parts.push(bytes)
    length += bytes.length
  }
  const offsets = objects.map((body, index) => {
    const offset = length
    add(`${index + 1} 0 obj\n`)
    add(body)
    add('\nendobj\n')
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const xref = length
  add(`xref\n0 ${size}\n0000000000 65535 f \n${table}`)
  add(
    `trailer\n<< /Size ${size} /Root 1 0 R /Info ${objects.length} 0 R ${trailerExtra} >>\nstartxref\n${xref}\n%%EOF`,
  )
  return Uint8Array.from(Buffer.concat(parts))
}

/** Characters of WinAnsi that are not at their Latin-1 place. */
const WIN_ANSI: Record<string, string> = { '–': '\\226', '•': '\\225', '’': '\\222' }

function drawText({ x, y, text, size = 10, bold = false }: Placed): string {
  const escaped = text.replace(/[()\\]/g, '\\$&').replace(/[–•’]/g, (letter) => WIN_ANSI[letter] ?? '?')
  return `BT /${bold ? 'F2' : 'F1'} ${size} Tf ${x} ${y} Td (${escaped}) Tj ET`
}

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** A Word document; a line beginning with "• " becomes a list item. */
export function docxOf(lines: string[]): Uint8Array {
  const body = lines.map((line) => {
    const isItem = line.startsWith('• ')
    const properties = isItem ? '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>' : ''
    const runs = (isItem ? line.slice(2) : line)
      .split('\t')
      .map((text) => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`)
      .join('<w:r><w:tab/></w:r>')
    return `<w:p>${properties}${runs}</w:p>`
  })
  return docxOfBody(body.join(''))
}

export const docxOfBody = (body: string, files: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    ),
    ...files,
  })

/** An OpenDocument text; a line beginning with "• " becomes a list item. */
export function odtOf(lines: string[], { manifest = '' } = {}): Uint8Array {
  const body = lines.map((line) => {
    const isItem = line.startsWith('• ')
    const text = escapeXml(isItem ? line.slice(2) : line).replaceAll('\t', '<text:tab/>')
    const paragraph = `<text:p>${text}</text:p>`
    return isItem ? `<text:list><text:list-item>${paragraph}</text:list-item></text:list>` : paragraph
  })
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>${body.join('')}</office:text></office:body></office:document-content>`,
    ),
    'META-INF/manifest.xml': strToU8(`<manifest:manifest xmlns:manifest="m">${manifest}</manifest:manifest>`),
  })
}
