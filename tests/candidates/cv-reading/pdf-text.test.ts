import { describe, expect, test } from 'vitest'

import { readPdf } from '~/candidates/cv-reading/pdf-text.server'
import { linesFromTop, type Placed, pdfOf } from './sample-files'

const textsOf = async (pages: Placed[][], producer?: string) =>
  (await readPdf(pdfOf(pages, { producer }))).blocks.map((block) => block.text)

describe('lines of a PDF become sentences again', () => {
  test('a wrapped list item is one item', async () => {
    const lines = [
      '• Built a warehouse system that serves twenty sites in three',
      '  countries',
      '• Trained new colleagues',
    ]
    expect(await textsOf([linesFromTop(lines)])).toEqual([
      'Built a warehouse system that serves twenty sites in three countries',
      'Trained new colleagues',
    ])
  })

  test('a word broken at the line end is mended, a compound keeps its hyphen', async () => {
    const lines = [
      '• Suunnittelin ja toteutin asiakkaille laajoja ohjelmisto-',
      '  kehityksen hankkeita ja johdin verkko- ja pilvi-',
      '  palvelujen tiimin, joka ylläpiti viittä SQL-',
      '  kantaa ja real-time systems in several back-',
      '  end teams of the group',
    ]
    expect(await textsOf([linesFromTop(lines)])).toEqual([
      'Suunnittelin ja toteutin asiakkaille laajoja ohjelmistokehityksen hankkeita ja johdin verkko- ja pilvipalvelujen tiimin, joka ylläpiti viittä SQL-kantaa ja real-time systems in several back-end teams of the group',
    ])
  })

  test('a browser never breaks words, so its hyphens stay', async () => {
    const lines = ['• Led the work on cloud services and on community-', '  driven development']
    expect(await textsOf([linesFromTop(lines)], 'Skia/PDF m143')).toEqual([
      'Led the work on cloud services and on community-driven development',
    ])
  })

  test('page numbers and lines repeated on every page are left out', async () => {
    const page = (body: string, number: string): Placed[] => [
      { x: 60, y: 815, text: 'Teppo Keksitty, CV' },
      ...linesFromTop([body], { top: 700 }),
      { x: 290, y: 30, text: number },
    ]
    const pages = [
      page('Baked bread for a hundred guests', '1/2'),
      page('Planned menus for the whole week', 'Page 2'),
    ]
    expect(await textsOf(pages)).toEqual([
      'Baked bread for a hundred guests',
      'Planned menus for the whole week',
    ])
  })

  test('letters that are spaced out are words again', async () => {
    const page = linesFromTop(['T A I D O T', 'Hitsaus ja levytyöt', 'K I E L I T A I T O', 'Suomi'])
    expect(await textsOf([page])).toEqual(['TAIDOT', 'Hitsaus ja levytyöt', 'KIELITAITO', 'Suomi'])
  })

  test('a period wrapped in its own column is one period, two periods stay two', async () => {
    const dates = (y: number, text: string) => ({ x: 50, y, text })
    const jobs = (y: number, text: string) => ({ x: 150, y, text })
    const page = [
      { x: 50, y: 780, text: 'Työkokemus' },
      dates(760, '2020 –'),
      jobs(760, 'Hitsaaja, Malli Oy'),
      jobs(746, 'Hitsasin laivojen runkoja'),
      jobs(732, 'Luin piirustuksia'),
      dates(718, '08/2015 –'),
      dates(706, '12/2019'),
      jobs(718, 'Levyseppä, Esimerkki Oy'),
      jobs(704, 'Taivutin ja leikkasin levyjä'),
      dates(690, 'elo 2012 – heinä'),
      dates(676, '2015'),
      jobs(690, 'Varastotyöntekijä, Kolmas Oy'),
      jobs(676, 'Keräsin tilauksia'),
    ]
    expect(await textsOf([page])).toEqual([
      'Työkokemus',
      '2020 –\tHitsaaja, Malli Oy',
      'Hitsasin laivojen runkoja',
      'Luin piirustuksia',
      '08/2015 – 12/2019\tLevyseppä, Esimerkki Oy',
      'Taivutin ja leikkasin levyjä',
      'elo 2012 – heinä 2015\tVarastotyöntekijä, Kolmas Oy',
      'Keräsin tilauksia',
    ])
  })

  test('a column that goes on over the page is read to its end first', async () => {
    const main = (texts: string[]) => linesFromTop(texts, { x: 220 })
    const side = (texts: string[]) => linesFromTop(texts, { x: 40 })
    const pages = [
      [
        ...side(['Skills', 'Welding', 'Soldering', 'Grinding']),
        ...main([
          'Experience',
          'Welder, Malli Oy 2019 – 2022',
          '• Welded steel frames for ships',
          '• Read drawings',
        ]),
      ],
      [
        ...side(['Languages', 'English', 'Finnish', 'German']),
        ...main(['• Checked seams by eye', '• Kept records', 'Education', 'Welding school 2017 – 2019']),
      ],
    ]
    const texts = await textsOf(pages)
    expect(texts.indexOf('German')).toBeLessThan(texts.indexOf('Experience'))
    expect(texts.indexOf('Checked seams by eye')).toBe(texts.indexOf('Read drawings') + 1)
  })
})
