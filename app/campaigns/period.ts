import type { Format } from '~/texts/format'

/** '1.9.2026–31.12.2026', open at either end; a dash when nothing is set. */
export function period(
  { startsOn, endsOn }: { startsOn: string | null; endsOn: string | null },
  format: Format,
): string {
  return `${startsOn ? format.day(startsOn) : ''}–${endsOn ? format.day(endsOn) : ''}`
}
