import { useText } from '~/texts/use-text'
import { Card } from '~/ui/page'
import type { Finding } from './cv-findings.server'

type Span = { start: number; end: number }
type Mark = Span & { kind: 'found' | 'personal'; id?: string }

/** The text as it was read, skills highlighted, personal facts faded. */
export function CvText({
  text,
  findings,
  personal,
}: {
  text: string
  findings: Finding[]
  personal: Span[]
}) {
  const { t } = useText()
  const marks: Mark[] = [
    ...personal.map((span) => ({ ...span, kind: 'personal' as const })),
    ...findings.map((finding) => ({
      start: finding.startsAt,
      end: finding.endsAt,
      kind: 'found' as const,
      id: finding.id,
    })),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  const parts = piecesOf(text, marks)
  return (
    <Card className="max-h-[70vh] overflow-y-auto whitespace-pre-line">
      {/* A scrolling region takes the keyboard's focus, so that it can be read without a mouse. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable text */}
      <section tabIndex={0} aria-label={t('candidates:cv.text_title')} className="text-sm">
        {parts.map((part) =>
          part.mark?.kind === 'found' ? (
            <a
              key={part.start}
              href={`#finding-${part.mark.id}`}
              className="bg-bridge-pale font-medium text-bridge-deep"
            >
              {part.text}
            </a>
          ) : part.mark?.kind === 'personal' ? (
            <span
              key={part.start}
              className="text-soft line-through decoration-1"
              title={t('candidates:cv.personal')}
            >
              {part.text}
            </span>
          ) : (
            <span key={part.start}>{part.text}</span>
          ),
        )}
      </section>
    </Card>
  )
}

/** Cuts the text at the marks; a mark that begins inside an earlier one is passed over. */
function piecesOf(text: string, marks: Mark[]): { start: number; text: string; mark?: Mark }[] {
  const pieces: { start: number; text: string; mark?: Mark }[] = []
  let at = 0
  for (const mark of marks) {
    if (mark.start < at) continue
    if (mark.start > at) pieces.push({ start: at, text: text.slice(at, mark.start) })
    pieces.push({ start: mark.start, text: text.slice(mark.start, mark.end), mark })
    at = mark.end
  }
  if (at < text.length) pieces.push({ start: at, text: text.slice(at) })
  return pieces
}
