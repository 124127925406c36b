import type { CvLine } from './cv-lines'

const page = { width: 595, height: 842, left: 62, top: 780 }
const style = {
  name: { font: 'F2', size: 20, gap: 30, letters: 48 },
  heading: { font: 'F2', size: 13, gap: 26, letters: 70 },
  plain: { font: 'F1', size: 11, gap: 16, letters: 84 },
}

/** A PDF of one page with these lines in Helvetica; longer lines are broken at spaces. */
export function pdfOf(lines: readonly CvLine[]): Uint8Array {
  let y = page.top
  const drawn = lines.flatMap(({ text, look }) => {
    const { font, size, gap, letters } = style[look]
    return wrapped(text, letters).map((part, index) => {
      y -= index === 0 ? gap : size + 3
      return `BT /${font} ${size} Tf ${page.left} ${y} Td (${encoded(part)}) Tj ET`
    })
  })
  const content = drawn.join('\n')
  const font = (name: string) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`
  return fileOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    font('Helvetica'),
    font('Helvetica-Bold'),
  ])
}

/** The numbered objects with the table of their places that ends a PDF. */
function fileOf(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const tableAt = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${tableAt}\n%%EOF\n`
  return Uint8Array.from(Buffer.from(text, 'latin1'))
}

/** WinAnsi text of a PDF string: one letter one byte, brackets escaped. */
function encoded(text: string): string {
  return text
    .replaceAll('–', '\u0096')
    .replaceAll('’', '\u0092')
    .replace(/[\\()]/g, '\\$&')
    .replace(/[^\u0020-\u00ff]/g, '?')
}

function wrapped(text: string, letters: number): string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const last = lines.length - 1
    const longer = lines[last] ? `${lines[last]} ${word}` : word
    if (longer.length > letters) lines.push(word)
    else lines[last] = longer
  }
  return lines
}
