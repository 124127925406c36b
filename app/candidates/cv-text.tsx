import { useText } from '~/texts/use-text'
import { Card } from '~/ui/page'
import type { Finding } from './cv-findings.server'

type Span = { start: number; end: number }

/** The text as it was read: sentences with skills highlighted, each skill a link to its finding; personal facts faded. */
export function CvText({
  text,
  findings,
  sentences,
  personal,
}: {
  text: string
  findings: Finding[]
  /** Sentences in which something was found. */
  sentences: Span[]
  personal: Span[]
}) {
  const { t } = useText()
  const words = findings
    .filter(({ startsAt, endsAt }) => endsAt > startsAt)
    .map((finding) => ({ start: finding.startsAt, end: finding.endsAt, finding }))
  const passages = cut({ start: 0, end: text.length }, [
    ...personal.map((span) => ({ ...span, look: 'personal' as const })),
    ...sentences.map((span) => ({ ...span, look: 'found' as const })),
  ])
  return (
    <Card className="max-h-[45vh] overflow-y-auto whitespace-pre-line lg:sticky lg:top-4 lg:max-h-[80vh]">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the keyboard's focus, to be read without a mouse */}
      <section tabIndex={0} aria-label={t('cvs:text_title')} className="text-sm">
        {passages.map((passage) =>
          passage.mark?.look === 'personal' ? (
            <span
              key={passage.start}
              className="text-soft line-through decoration-1"
              title={t('cvs:personal')}
            >
              {text.slice(passage.start, passage.end)}
            </span>
          ) : (
            <span
              key={passage.start}
              className={passage.mark ? 'bg-bridge-pale/60 box-decoration-clone' : undefined}
            >
              {cut(passage, words).map((part) =>
                part.mark ? (
                  <a
                    key={part.start}
                    id={`place-${part.mark.finding.id}`}
                    href={`#finding-${part.mark.finding.id}`}
                    className="bg-bridge-pale font-semibold text-bridge-deep underline decoration-dotted target:outline-2 target:outline-bridge data-at-hand:outline-2 data-at-hand:outline-bridge"
                  >
                    {text.slice(part.start, part.end)}
                  </a>
                ) : (
                  text.slice(part.start, part.end)
                ),
              )}
            </span>
          ),
        )}
      </section>
    </Card>
  )
}

/** Cuts a stretch at the marks within it; a mark that begins inside an earlier one is passed over. */
function cut<Mark extends Span>(whole: Span, marks: Mark[]): (Span & { mark?: Mark })[] {
  const pieces: (Span & { mark?: Mark })[] = []
  let at = whole.start
  for (const mark of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start < at || mark.end > whole.end) continue
    if (mark.start > at) pieces.push({ start: at, end: mark.start })
    pieces.push({ start: mark.start, end: mark.end, mark })
    at = mark.end
  }
  if (at < whole.end) pieces.push({ start: at, end: whole.end })
  return pieces
}
