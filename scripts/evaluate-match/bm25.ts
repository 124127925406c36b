const SATURATION = 1.2
const LENGTH_WEIGHT = 0.75

/** Scores of texts for a query by Okapi BM25 (k1 1.2, b 0.75) over words of letters and digits in small letters. */
export function bm25(texts: readonly string[]): (query: string) => number[] {
  const documents = texts.map((text) => {
    const words = wordsOf(text)
    const counts = new Map<string, number>()
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    return { length: words.length, counts }
  })
  const averageLength = documents.reduce((sum, { length }) => sum + length, 0) / Math.max(1, documents.length)
  const rarity = (word: string) => {
    const having = documents.filter(({ counts }) => counts.has(word)).length
    return Math.log(1 + (documents.length - having + 0.5) / (having + 0.5))
  }
  return (query) => {
    const asked = [...new Set(wordsOf(query))].map((word) => ({ word, weight: rarity(word) }))
    return documents.map(({ length, counts }) =>
      asked.reduce((sum, { word, weight }) => {
        const count = counts.get(word) ?? 0
        const damped = count + SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * length) / averageLength)
        return sum + (weight * count * (SATURATION + 1)) / damped
      }, 0),
    )
  }
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? []
}
