import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readCompanyFile } from '~/companies/import/company-file.server'
import { readWorkbookApart } from '~/companies/import/workbook-reader.server'

/** A workbook of one sheet as Excel lays it out: texts in place, numbers bare, one day as a number with a style. */
function workbook(rows: (string | number | null)[][], dayColumn = -1): Uint8Array {
  const letter = (column: number) => String.fromCharCode(65 + column)
  const cell = (value: string | number | null, row: number, column: number) => {
    const at = `${letter(column)}${row + 1}`
    if (value === null) return ''
    if (typeof value === 'number')
      return `<c r="${at}"${column === dayColumn ? ' s="1"' : ''}><v>${value}</v></c>`
    return `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
  }
  const sheet = rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((value, column) => cell(value, row, column)).join('')}</row>`,
    )
    .join('')
  return packed(sheet)
}

/** The parts of a workbook around the rows of its sheet. */
function packed(sheet: string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packaging = 'http://schemas.openxmlformats.org/package/2006'
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packaging}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaging}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Yritykset" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaging}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

test('a workbook is read as the same rows, numbers and days as text, lines as in Excel', async () => {
  const file = await readCompanyFile(
    workbook(
      [
        ['Y-tunnus', 'Nimi', 'Rekisteröity', 'Henkilöstö'],
        ['0538134-0', 'Äänekosken Sähkö Oy', 43529, 12],
        [null, null, null, null],
        ['0112038-9', 'Valo Oy', null, null],
      ],
      2,
    ),
  )
  if (!file.ok) throw new Error(file.reason)
  expect(file).toMatchObject({ encoding: 'xlsx', delimiter: null, hasHeader: true })
  expect(file.header).toEqual(['Y-tunnus', 'Nimi', 'Rekisteröity', 'Henkilöstö'])
  expect(file.rows).toEqual([
    { line: 2, cells: ['0538134-0', 'Äänekosken Sähkö Oy', '2019-03-05', '12'], problem: null },
    { line: 4, cells: ['0112038-9', 'Valo Oy', '', ''], problem: null },
  ])
})

test('a zip that is no workbook and a workbook of old or locked kind are refused', async () => {
  const zip = zipSync({ 'word/document.xml': strToU8('<w/>') })
  expect(await readCompanyFile(zip)).toEqual({ ok: false, reason: 'spreadsheet' })
  const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  expect(await readCompanyFile(old)).toEqual({ ok: false, reason: 'spreadsheet' })
})

test('a workbook that unpacks to more than memory should hold is refused unopened', async () => {
  const small = zipSync({ 'xl/workbook.xml': strToU8('<w/>'), 'xl/bomb.xml': new Uint8Array(1024) })
  // The size that the table of contents promises for the last part.
  const view = new DataView(small.buffer, small.byteOffset)
  for (let at = small.length - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === 0x02014b50) {
      view.setUint32(at + 24, 900 * 1024 * 1024, true)
      break
    }
  }
  expect(await readCompanyFile(small)).toEqual({ ok: false, reason: 'too_large' })
})

test('a workbook that grows beyond its limits is stopped with a reason while the server goes on', async () => {
  // A small zip of very many cells, below what its table of contents may promise.
  const wide = workbook(Array.from({ length: 30_000 }, () => Array<string>(20).fill('a')))
  expect(wide.length).toBeLessThan(4 * 1024 * 1024)
  let turns = 0
  const ticking = setInterval(() => {
    turns += 1
  }, 20)
  const read = await readWorkbookApart(wide, { maxMemoryMb: 180 })
  clearInterval(ticking)
  expect(read).toEqual({ ok: false, reason: 'too_heavy' })
  expect(turns).toBeGreaterThan(10)
  expect(await readWorkbookApart(wide, { timeoutMs: 1 })).toEqual({ ok: false, reason: 'too_heavy' })
})
