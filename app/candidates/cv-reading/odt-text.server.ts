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
import { childrenOf, findAll, parseXml, textOf, type XmlElement } from './xml'
import { readZipEntries, zipEntryNames } from './zip-entries.server'

/** Reads an OpenDocument text. Throws CvRefusal 'encrypted' when its parts are locked by a password. */
export function readOdt(bytes: Uint8Array): DocumentText {
  const manifest = readZipEntries(bytes, (name) => name === 'META-INF/manifest.xml').get(
    'META-INF/manifest.xml',
  )
  if (manifest?.includes('encryption-data')) throw new CvRefusal('encrypted')
  const content = readZipEntries(bytes, (name) => name === 'content.xml').get('content.xml')
  if (content === undefined) throw new CvRefusal('damaged')

  const document = parseXml(content)
  const styles = looksOfStyles(document)
  const body = findAll(document, 'body')[0]
  const pictures = zipEntryNames(bytes).filter((name) => /^Pictures\/./.test(name))
  return {
    blocks: body ? blocksIn(body, styles, false) : [],
    pages: null,
    hasPhoto: findAll(body, 'frame').some(looksLikePhoto),
    hasPictures: pictures.length > 0,
  }
}

type Looks = Map<string, { bold: boolean; size: number | null }>

function looksOfStyles(document: XmlElement): Looks {
  const looks: Looks = new Map()
  for (const style of findAll(document, 'style')) {
    const text = childrenOf(style, 'text-properties')[0]
    const size = Number.parseFloat(text?.attributes['fo:font-size'] ?? '')
    looks.set(style.attributes['style:name'] ?? '', {
      bold: text?.attributes['fo:font-weight'] === 'bold',
      size: Number.isFinite(size) ? size : null,
    })
  }
  return looks
}

function blocksIn(element: XmlElement, styles: Looks, inList: boolean): TextBlock[] {
  return childrenOf(element).flatMap((child) => {
    switch (child.name) {
      case 'text:p':
      case 'text:h':
        return blocksOfParagraph(child, styles, inList)
      case 'text:list':
        return blocksIn(child, styles, true)
      case 'text:tracked-changes':
      case 'office:annotation':
        return []
      case 'table:table-row':
        return blocksOfCells(childrenOf(child, 'table-cell').map((cell) => blocksIn(cell, styles, false)))
      default:
        return blocksIn(child, styles, inList)
    }
  })
}

function blocksOfParagraph(paragraph: XmlElement, styles: Looks, inList: boolean): TextBlock[] {
  const styleName = paragraph.attributes['text:style-name'] ?? ''
  const span = childrenOf(paragraph, 'span').find((candidate) => textOf(candidate) !== '')
  const looks = styles.get(span?.attributes['text:style-name'] ?? '') ?? styles.get(styleName)
  const frames = findAll(paragraph, 'text-box').flatMap((box) => blocksIn(box, styles, false))
  const lines = closeLetterSpacing(plainCharacters(lineText(paragraph)))
    .split('\n')
    .map((line) => line.trim().replace(/\s*\t\s*/g, '\t'))
    .filter((line) => line !== '')
  return [
    ...lines.map((line, index): TextBlock => {
      const item = withoutBullet(line)
      const caps = line === line.toUpperCase() && line !== line.toLowerCase()
      const isItem = item !== null || (inList && index === 0)
      return {
        text: item ?? line,
        kind: paragraph.name === 'text:h' ? 'heading' : isItem ? 'bullet' : 'paragraph',
        style: `${looks?.bold ?? false}|${looks?.size ?? ''}|${caps}`,
        size: looks?.size ?? null,
      }
    }),
    ...frames,
  ]
}

function lineText(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child.replace(/\s+/g, ' ')
      switch (child.name) {
        case 'text:tab':
          return '\t'
        case 'text:line-break':
          return '\n'
        case 'text:s':
          return ' '.repeat(Math.min(Number(child.attributes['text:c'] ?? 1) || 1, 20))
        case 'office:annotation':
        case 'draw:frame':
          return ''
        default:
          return lineText(child)
      }
    })
    .join('')
}

function looksLikePhoto(frame: XmlElement): boolean {
  if (childrenOf(frame, 'image').length === 0) return false
  const centimetres = (side: 'svg:width' | 'svg:height') => {
    const length = frame.attributes[side] ?? ''
    return Number.parseFloat(length) * (length.endsWith('in') ? 2.54 : length.endsWith('mm') ? 0.1 : 1)
  }
  return isPortraitSize(centimetres('svg:width'), centimetres('svg:height'))
}
