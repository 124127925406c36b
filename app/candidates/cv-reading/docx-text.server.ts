import { CvRefusal } from './cv-refusal'
import {
  blocksOfCells,
  closeLetterSpacing,
  type DocumentText,
  isPortraitSize,
  plainCharacters,
  type TextBlock,
  withoutBullet,
} from './text-blocks'
import { childrenOf, descend, findAll, parseXml, type XmlElement } from './xml'
import { readZipEntries, zipEntryNames } from './zip-entries.server'

const HEADING_STYLE = /^(heading|otsikko|rubrik|title)/i
const LIST_STYLE = /^(list|luettelo|lista|liststycke)/i
const EMU_PER_CM = 360_000 // English metric units, in which Word measures pictures

/** Reads a Word document in the order a person reads it: page header, then body, tables row by row. */
export function readDocx(bytes: Uint8Array): DocumentText {
  const parts = readZipEntries(bytes, (name) => /^word\/(document|header\d*)\.xml$/.test(name))
  const document = parts.get('word/document.xml')
  if (document === undefined) throw new CvRefusal('damaged')

  const headers = [...parts.keys()].filter((name) => name.startsWith('word/header')).sort()
  const headerLines = new Set<string>()
  const blocks: TextBlock[] = []
  for (const name of headers) {
    // First-page, even and odd headers mostly repeat each other.
    for (const block of blocksIn(parseXml(parts.get(name) ?? ''))) {
      if (headerLines.has(block.text)) continue
      headerLines.add(block.text)
      blocks.push(block)
    }
  }
  const body = parseXml(document)
  blocks.push(...blocksIn(body))
  return {
    blocks,
    pages: null,
    hasPhoto: findAll(body, 'drawing').some(looksLikePhoto),
    hasPictures: zipEntryNames(bytes).some((name) => name.startsWith('word/media/')),
  }
}

function blocksIn(element: XmlElement): TextBlock[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === 'w:p') return blocksOfParagraph(child)
    if (child.name === 'w:tbl')
      return findRows(child).flatMap((row) => blocksOfCells(findAllCells(row).map(blocksIn)))
    // The fallback repeats in old markup what the choice before it says.
    if (child.name === 'mc:Fallback') return []
    return blocksIn(child)
  })
}

const findRows = (table: XmlElement) =>
  childrenOf(table).flatMap((child) => (child.name === 'w:tr' ? [child] : childrenOf(child, 'tr')))

const findAllCells = (row: XmlElement): XmlElement[] =>
  childrenOf(row).flatMap((child) => {
    if (child.name === 'w:tc') return [child]
    return child.name.startsWith('w:sdt') ? findAllCells(child) : []
  })

function blocksOfParagraph(paragraph: XmlElement): TextBlock[] {
  const style = descend(paragraph, 'pPr', 'pStyle')?.attributes['w:val'] ?? ''
  const isListItem = descend(paragraph, 'pPr', 'numPr') !== undefined || LIST_STYLE.test(style)
  const looks = runLooks(paragraph)
  const text = closeLetterSpacing(plainCharacters(runText(paragraph)))
  const insideBoxes = boxesIn(paragraph).flatMap(blocksIn)
  // A line break inside a paragraph is how people stack title, employer and dates.
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^\s+|\s+$/g, '').replace(/\s*\t\s*/g, '\t'))
    .filter((line) => line !== '')
  return [
    ...lines.map((line, index): TextBlock => {
      const item = withoutBullet(line)
      const caps = line === line.toUpperCase() && line !== line.toLowerCase()
      return {
        text: item ?? line,
        kind: HEADING_STYLE.test(style)
          ? 'heading'
          : item !== null || (isListItem && index === 0)
            ? 'bullet'
            : 'paragraph',
        style: `${style}|${looks.bold}|${looks.size ?? ''}|${caps}`,
        size: looks.size,
      }
    }),
    ...insideBoxes,
  ]
}

function runText(element: XmlElement): string {
  return childrenOf(element)
    .map((child) => {
      switch (child.name) {
        case 'w:t':
          return child.children.join('')
        case 'w:tab':
        case 'w:ptab':
          return '\t'
        case 'w:br':
        case 'w:cr':
          return '\n'
        case 'w:noBreakHyphen':
          return '-'
        // Deleted text, field codes, text boxes and properties (which hold tab stops) are not the line.
        case 'w:del':
        case 'w:pPr':
        case 'w:rPr':
        case 'w:pict':
        case 'w:drawing':
        case 'mc:AlternateContent':
          return ''
        case 'w:r':
          return isHidden(child) ? '' : runText(child)
        default:
          return runText(child)
      }
    })
    .join('')
}

const isHidden = (run: XmlElement) => descend(run, 'rPr', 'vanish') !== undefined

function runLooks(paragraph: XmlElement): { bold: boolean; size: number | null } {
  const run = findAll(paragraph, 'r').find((candidate) => childrenOf(candidate, 't').length > 0)
  const halfPoints = Number(descend(run, 'rPr', 'sz')?.attributes['w:val'])
  return {
    bold: descend(run, 'rPr', 'b') !== undefined,
    size: Number.isFinite(halfPoints) ? halfPoints / 2 : null,
  }
}

/** Text boxes drawn at this paragraph; Word repeats each in a fallback, which is left out. */
function boxesIn(element: XmlElement): XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === 'mc:Fallback') return []
    return child.name === 'w:txbxContent' ? [child] : boxesIn(child)
  })
}

function looksLikePhoto(drawing: XmlElement): boolean {
  if (findAll(drawing, 'pic').length === 0) return false
  const extent = findAll(drawing, 'extent')[0]
  return isPortraitSize(
    Number(extent?.attributes.cx) / EMU_PER_CM,
    Number(extent?.attributes.cy) / EMU_PER_CM,
  )
}
