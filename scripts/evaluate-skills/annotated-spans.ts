import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { findSkills } from '~/skills/find-skills'
import type { Vocabulary } from '~/skills/vocabulary'

const Row = z.object({ sentence: z.string(), span: z.string(), label: z.string() })

type SpanScore = {
  sentences: number
  spans: number
  /** Annotated spans in which at least one skill was found. */
  touched: number
  found: number
  /** Found skills that lie in an annotated span. */
  inside: number
}

/**
 * Compares what the finder marks with a file annotated for another vocabulary (columns sentence, span, label).
 * Only places are compared: identifiers of two vocabularies cannot be.
 */
export function scoreAnnotatedFile(file: string, vocabulary: Vocabulary): SpanScore {
  const rows = z
    .array(Row)
    .parse(parse(readFileSync(file, 'utf8'), { columns: true, bom: true, relax_quotes: true }))
  const spansOf = new Map<string, Set<string>>()
  for (const { sentence, span } of rows) spansOf.set(sentence, (spansOf.get(sentence) ?? new Set()).add(span))

  const score: SpanScore = { sentences: spansOf.size, spans: 0, touched: 0, found: 0, inside: 0 }
  for (const [sentence, spans] of spansOf) {
    const found = findSkills(sentence, vocabulary)
    const places = [...spans].flatMap((span) => {
      const start = sentence.indexOf(span)
      return start < 0 ? [] : [{ start, end: start + span.length }]
    })
    const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
      a.start < b.end && b.start < a.end
    score.spans += places.length
    score.touched += places.filter((place) => found.some((skill) => overlaps(place, skill))).length
    score.found += found.length
    score.inside += found.filter((skill) => places.some((place) => overlaps(place, skill))).length
  }
  return score
}
