import type { SectionKind } from './cv-reading'
import { headingKind } from './section-headings'
import type { TextBlock } from './text-blocks'

/** A block with the section it stands in; headings stand in the section that they begin. */
export type PlacedBlock = TextBlock & { section: SectionKind; isHeading: boolean }

const LONGEST_STYLED_HEADING = 40

/**
 * Tells each block its section. Headings are known words, or lines that look like the known headings of the
 * same document: those begin a section of kind `other`.
 */
export function placeInSections(blocks: TextBlock[]): PlacedBlock[] {
  const split = blocks.flatMap(splitGluedHeading)
  const headingLooks = looksOfHeadings(split)
  let section: SectionKind = 'header'
  return split.map((block, index) => {
    const known = block.kind === 'bullet' ? null : headingKind(block.text)
    const isStyled = known === null && index > 0 && looksLikeHeading(block, headingLooks)
    if (block.opensColumn) section = 'header'
    if (known) section = known
    else if (isStyled) section = 'other'
    return { ...block, section, isHeading: known !== null || isStyled }
  })
}

/** "WORK EXPERIENCESoftware Engineer": a paragraph break that a converter lost. */
function splitGluedHeading(block: TextBlock): TextBlock[] {
  const [, heading, rest] = /^([\p{Lu} &]{5,}\p{Lu})(\p{Lu}\p{Ll}.*)$/u.exec(block.text) ?? []
  if (!heading || !rest || headingKind(heading) === null) return [block]
  return [
    { ...block, text: heading, kind: 'heading' },
    { ...block, text: rest },
  ]
}

/** Looks that are mostly used by known headings and by little else; the look of running text is never one. */
function looksOfHeadings(blocks: TextBlock[]): Set<string> {
  const tally = new Map<string, { known: number; all: number; letters: number }>()
  const allLetters = blocks.reduce((sum, block) => sum + block.text.length, 0)
  for (const block of blocks) {
    if (block.style === null || block.kind === 'bullet') continue
    const count = tally.get(block.style) ?? { known: 0, all: 0, letters: 0 }
    count.all++
    count.letters += block.text.length
    if (headingKind(block.text) !== null) count.known++
    tally.set(block.style, count)
  }
  const looks = [...tally].filter(
    ([, { known, all, letters }]) => known >= 2 && known / all >= 0.4 && letters < allLetters / 2,
  )
  return new Set(looks.map(([style]) => style))
}

function looksLikeHeading(block: TextBlock, headingLooks: Set<string>): boolean {
  if (block.text.length > LONGEST_STYLED_HEADING || block.text.includes('\t')) return false
  if (/[.,;]$/.test(block.text) || /\d{4}/.test(block.text)) return false
  return block.style !== null && headingLooks.has(block.style) && block.kind !== 'bullet'
}
