import { expect, test } from 'vitest'
import { fileLimits, readCompanyFile } from '~/companies/import/company-file.server'

const table = 'Y-tunnus;Nimi;Kaupunki\r\n0538134-0;Sähkötyö Äänekoski Oy;ÄÄNEKOSKI\r\n'

async function read(content: string | Uint8Array) {
  const file = await readCompanyFile(typeof content === 'string' ? Buffer.from(content) : content)
  if (!file.ok) throw new Error(`refused: ${file.reason}`)
  return file
}

test.each([
  ['UTF-8', Buffer.from(table), 'utf-8'],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${table}`), 'utf-8'],
  ['Windows-1252', Buffer.from(table, 'latin1'), 'windows-1252'],
  ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${table}`, 'utf16le'), 'utf-16le'],
  ['UTF-16 without one', Buffer.from(table, 'utf16le'), 'utf-16le'],
  ['big-endian UTF-16', Buffer.from(`\ufeff${table}`, 'utf16le').swap16(), 'utf-16be'],
])('%s gives the same words', async (_, bytes, encoding) => {
  const file = await read(bytes)
  expect(file.encoding).toBe(encoding)
  expect(file.header).toEqual(['Y-tunnus', 'Nimi', 'Kaupunki'])
  expect(file.rows).toEqual([
    { line: 2, cells: ['0538134-0', 'Sähkötyö Äänekoski Oy', 'ÄÄNEKOSKI'], problem: null },
  ])
})

test('one broken character does not turn a UTF-8 file into Windows-1252', async () => {
  const bytes = Buffer.concat([
    Buffer.from('Nimi;Kaupunki\n'),
    Buffer.from('Äänekosken sähkötyö;Jyväskylä\n'.repeat(30)),
    Buffer.from([0xe4]),
    Buffer.from(';Pori\n'),
  ])
  expect((await read(bytes)).encoding).toBe('utf-8')
  expect((await read(bytes)).rows.at(-1)?.cells).toEqual(['\ufffd', 'Pori'])
})

test.each([
  ['Y-tunnus,Nimi\n0538134-0,"Virta, Valo ja Voima Oy"\n', ','],
  ['Y-tunnus;Nimi;Luku\n0538134-0;Virta, Valo Oy;1,5\n', ';'],
  ['Y-tunnus\tNimi\n0538134-0\tVirta; Valo Oy\n', '\t'],
  ['Y-tunnus|Nimi\n0538134-0|Virta Oy\n', '|'],
  ['sep=|\nY-tunnus|Nimi\n0538134-0|Virta Oy\n', '|'],
])('the delimiter of %j is %j', async (content, delimiter) => {
  const file = await read(content)
  expect(file.delimiter).toBe(delimiter)
  expect(file.header[1]).toBe('Nimi')
  expect(file.rows).toHaveLength(1)
})

test('a row is known by the line it begins on, past quoted newlines and empty lines', async () => {
  const file = await read('Nimi;Osoite\r\nYksi;"Katu 1\r\n00100 Helsinki"\r\n\r\n;\r\nKaksi;Katu 2\r\n')
  expect(file.rows).toEqual([
    { line: 2, cells: ['Yksi', 'Katu 1\n00100 Helsinki'], problem: null },
    { line: 6, cells: ['Kaksi', 'Katu 2'], problem: null },
  ])
})

test('ragged rows are kept with their problem and hide no other row', async () => {
  const file = await read('a;b;c\n1;2;3\n4;5\n6;7;8;9\n10;11;12;\n13;14;15\n')
  expect(file.rows.map(({ line, problem }) => [line, problem])).toEqual([
    [2, null],
    [3, 'too_few_cells'],
    [4, 'too_many_cells'],
    [5, null],
    [6, null],
  ])
})

test('a quote that is never closed costs its own line only', async () => {
  const file = await read('a;b\n1;"x\n2;y\n3;"z\n4;"w"\n')
  expect(file.rows.map(({ line, problem }) => [line, problem])).toEqual([
    [2, 'broken_quotes'],
    [3, null],
    [4, 'broken_quotes'],
    [5, null],
  ])
})

test('quotes inside a cell are part of the words', async () => {
  expect((await read('a;b\nOy "Ilo" Ab;1\n')).rows[0]?.cells[0]).toBe('Oy "Ilo" Ab')
})

test('a file without headings begins with data on line 1', async () => {
  const file = await read('0538134-0,Virta Oy\n')
  expect(file.hasHeader).toBe(false)
  expect(file.rows[0]).toEqual({ line: 1, cells: ['0538134-0', 'Virta Oy'], problem: null })
})

test('a title above the headings is passed over', async () => {
  const file = await read('Yritykset 1.3.2026;;\n\nY-tunnus;Nimi;Kunta\n0538134-0;Virta Oy;Pori\n')
  expect(file.header).toEqual(['Y-tunnus', 'Nimi', 'Kunta'])
  expect(file.rows[0]?.line).toBe(4)
})

test.each([
  ['empty', Buffer.alloc(0)],
  ['empty', Buffer.from('  \n\n ')],
  ['no_rows', Buffer.from('Y-tunnus;Nimi\n')],
  ['spreadsheet', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00])],
  ['not_text', Buffer.from('%PDF-1.7\n%âãÏÓ')],
  ['not_text', Buffer.from(Uint8Array.from({ length: 3000 }, (_, at) => (at * 7) % 256))],
  ['too_large', Buffer.alloc(fileLimits.megabytes * 1024 * 1024 + 1, 'a')],
])('a file that is no table is refused as %s', async (reason, bytes) => {
  expect(await readCompanyFile(bytes)).toEqual({ ok: false, reason })
})

test('a file of nothing but broken quotes is refused instead of being read for ever', async () => {
  expect(await readCompanyFile(Buffer.from(`a;b\n${'"x;1\n'.repeat(1000)}`))).toEqual({
    ok: false,
    reason: 'broken_quotes',
  })
})
