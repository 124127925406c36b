import { useText } from '~/texts/use-text'
import { Card, Section } from '~/ui/page'
import type { Finding } from './cv-findings.server'
import { type Understood, useUnderstoodLines } from './cv-understanding'

type ComparedCv = { number: number; understood: Understood; findings: Finding[] }

const PARTS = ['work', 'education', 'languages', 'certificates', 'skills_found'] as const

/** Two versions part by part: what only one of them says, and what both do. */
export function CvComparison({ older, newer }: { older: ComparedCv; newer: ComparedCv }) {
  const { t, language } = useText()
  const linesOf = useUnderstoodLines()
  const allLinesOf = (cv: ComparedCv) => ({
    ...linesOf(cv.understood),
    skills_found: cv.findings.map((finding) => finding[language]),
  })
  const before = allLinesOf(older)
  const after = allLinesOf(newer)
  const parts = PARTS.map((part) => {
    const [one, other] = [before[part], after[part]]
    return {
      part,
      gone: one.filter((line) => !other.includes(line)),
      come: other.filter((line) => !one.includes(line)),
      both: one.filter((line) => other.includes(line)),
    }
  })
  const areSame = parts.every(({ gone, come }) => gone.length + come.length === 0)
  return (
    <>
      {areSame && <p className="mb-4 font-medium">{t('cvs:same')}</p>}
      {parts.map(({ part, gone, come, both }) => (
        <Section key={part} id={part} title={t(`cvs:${part}`)}>
          <div className="grid gap-4 md:grid-cols-3">
            <Side title={t('cvs:only_in', { number: older.number })} lines={gone} />
            <Side title={t('cvs:only_in', { number: newer.number })} lines={come} />
            <Side title={t('cvs:in_both')} lines={both} />
          </div>
        </Section>
      ))}
    </>
  )
}

function Side({ title, lines }: { title: string; lines: string[] }) {
  return (
    <Card>
      <h3 className="mb-1 font-medium">{title}</h3>
      {lines.length === 0 ? (
        <p className="text-soft">–</p>
      ) : (
        <ul className="list-disc pl-5">
          {[...new Set(lines)].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Card>
  )
}
