import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'

import { readDocx } from '~/candidates/cv-reading/docx-text.server'
import { docxOfBody } from './sample-files'

const paragraph = (text: string, properties = '') => `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`
const cell = (...texts: string[]) => `<w:tc>${texts.map((text) => paragraph(text)).join('')}</w:tc>`
const textsOf = (body: string, files = {}) =>
  readDocx(docxOfBody(body, files)).blocks.map((block) => block.text)

describe('a Word document', () => {
  test('with its dates in a table column keeps each date beside its job', () => {
    const table = `<w:tbl><w:tr>${cell('2019–2022')}${cell('Cook, Malli Oy', 'Planned menus')}</w:tr></w:tbl>`
    expect(textsOf(table)).toEqual(['2019–2022\tCook, Malli Oy', 'Planned menus'])
  })

  test('laid out as two table columns is read one column after the other', () => {
    const table = `<w:tbl><w:tr>${cell('Skills', 'Baking')}${cell('Experience', 'Cook, Malli Oy')}</w:tr></w:tbl>`
    expect(textsOf(table)).toEqual(['Skills', 'Baking', 'Experience', 'Cook, Malli Oy'])
  })

  test('has the text of its boxes once, though Word writes it twice', () => {
    const box = `<w:txbxContent>${paragraph('Welding')}</w:txbxContent>`
    const drawing = `<w:p><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>`
    expect(textsOf(drawing)).toEqual(['Welding'])
  })

  test('has its page header before its body', () => {
    const header = strToU8(`<w:hdr>${paragraph('Aino Keksitty')}</w:hdr>`)
    expect(textsOf(paragraph('Skills'), { 'word/header1.xml': header, 'word/header2.xml': header })).toEqual([
      'Aino Keksitty',
      'Skills',
    ])
  })

  test('does not show deleted or hidden text, nor field codes', () => {
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>Kubernetes</w:t></w:r>'
    const deleted = '<w:del><w:r><w:delText>Docker</w:delText></w:r></w:del>'
    const field = '<w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>'
    expect(textsOf(`<w:p>${hidden}${deleted}${field}<w:r><w:t>Welding</w:t></w:r></w:p>`)).toEqual([
      'Welding',
    ])
  })

  test('shows its photo', () => {
    const picture = (cx: number, cy: number) =>
      `<w:p><w:r><w:drawing><wp:extent cx="${cx}" cy="${cy}"/><pic:pic/></w:drawing></w:r></w:p>`
    expect(readDocx(docxOfBody(picture(1_080_000, 1_440_000))).hasPhoto).toBe(true)
    expect(readDocx(docxOfBody(picture(200_000, 200_000))).hasPhoto).toBe(false)
    expect(readDocx(docxOfBody(picture(6_000_000, 400_000))).hasPhoto).toBe(false)
  })
})
