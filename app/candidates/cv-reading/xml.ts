import { CvRefusal } from './cv-refusal'

/** An element with its children in document order; text stands among them as strings. */
export type XmlElement = {
  name: string
  attributes: Record<string, string>
  children: (XmlElement | string)[]
}

// Deeper than any word processor writes; keeps a hostile file from exhausting the stack.
const DEEPEST = 400
const MARKUP =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Replaces character references. Entities that a file declares itself are never expanded. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (whole, body: string) => {
    if (!body.startsWith('#')) return NAMED[body] ?? whole
    const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/**
 * Reads well-formed XML into a tree whose root holds the document element. Prefixes stay in the names.
 * Throws CvRefusal('damaged') when elements do not close in order.
 */
export function parseXml(source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open: XmlElement[] = [root]
  let here = root
  let readTo = 0
  const addText = (text: string) => {
    if (text !== '') here.children.push(text)
  }

  for (const token of source.matchAll(MARKUP)) {
    addText(decodeEntities(source.slice(readTo, token.index)))
    readTo = token.index + token[0].length
    const [, cdata, closing, opening, attributes, selfClosing] = token
    if (cdata !== undefined) addText(cdata)
    else if (closing !== undefined) {
      if (here.name !== closing) throw new CvRefusal('damaged')
      open.pop()
      here = open.at(-1) ?? root
    } else if (opening !== undefined) {
      const element: XmlElement = {
        name: opening,
        attributes: readAttributes(attributes ?? ''),
        children: [],
      }
      here.children.push(element)
      if (selfClosing) continue
      if (open.length > DEEPEST) throw new CvRefusal('damaged')
      open.push(element)
      here = element
    }
  }
  if (open.length > 1) throw new CvRefusal('damaged')
  return root
}

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name, double, single] of source.matchAll(ATTRIBUTE))
    if (name) attributes[name] = decodeEntities(double ?? single ?? '')
  return attributes
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

/** Child elements, by local name when one is given. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  const elements = (element?.children ?? []).filter((child): child is XmlElement => typeof child !== 'string')
  return name === undefined ? elements : elements.filter((child) => localName(child.name) === name)
}

/** Follows local names downwards, the first match at each step. */
export function descend(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  return names.reduce((at, name) => childrenOf(at, name)[0], element)
}

/** Every descendant with this local name, in document order. */
export function findAll(element: XmlElement | undefined, name: string): XmlElement[] {
  return childrenOf(element).flatMap((child) => [
    ...(localName(child.name) === name ? [child] : []),
    ...findAll(child, name),
  ])
}

/** All text inside, trimmed. */
export function textOf(element: XmlElement | undefined): string {
  if (!element) return ''
  const collect = (at: XmlElement): string =>
    at.children.map((child) => (typeof child === 'string' ? child : collect(child))).join('')
  return collect(element).trim()
}
