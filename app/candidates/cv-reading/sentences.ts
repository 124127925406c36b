const ABBREVIATION =
  /(?:^|[\s(])(?:esim|mm|ym|yms|ks|nk|ns|eli|jne|tms|n|puh|sähk|os|v|vs|t|kk|mr|mrs|ms|dr|prof|st|inc|ltd|co|corp|oy|ab|no|nr|vol|fig|dept|univ|approx|incl|excl|etc|e\.g|i\.e|eg|ie|bl\.a|bl|t\.ex|d\.v\.s|o\.s\.v|ca|tel|resp|max|min|jr|sr|u\.s|\p{Lu})\.$/iu

/**
 * Cuts a block into the pieces that evidence quotes: at wide gaps, and where a sentence ends before a capital
 * letter. Returns offsets into `block`; nothing but blanks is left out.
 */
export function cutIntoSentences(block: string): { start: number; end: number }[] {
  const pieces: { start: number; end: number }[] = []
  let from = 0
  const close = (to: number) => {
    const text = block.slice(from, to)
    const start = from + (text.length - text.trimStart().length)
    const end = start + text.trim().length
    if (end > start) pieces.push({ start, end })
    from = to
  }
  for (const mark of block.matchAll(/\t|[.!?…]+["”’)\]]*(?=\s+["“(]?[\p{Lu}\d])/gu)) {
    const end = mark.index + mark[0].length
    if (mark[0] === '\t') close(end)
    else if (!isInsideSentence(block.slice(from, end))) close(end)
  }
  close(block.length)
  return pieces
}

/** A full stop after an abbreviation, an initial or an ordinal does not end a sentence. */
const isInsideSentence = (text: string) => ABBREVIATION.test(text) || /(?:^|\s)\d{1,2}\.$/.test(text)
