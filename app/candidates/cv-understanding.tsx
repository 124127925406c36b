import type { ReactNode } from 'react'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Card, Section } from '~/ui/page'
import { writtenMonth } from './cv-form'
import type { CvReading } from './cv-reading/cv-reading'

/** What a page is told of a reading: everything but the text and the places of things in it. */
export type Understood = Pick<CvReading, 'work' | 'education' | 'languages' | 'certificates'> & {
  /** Kinds of personal details that were recognised in order to be kept out. */
  keptOut: CvReading['personalFacts'][number]['kind'][]
}

export const understoodOf = (reading: CvReading): Understood => ({
  work: reading.work,
  education: reading.education,
  languages: reading.languages,
  certificates: reading.certificates,
  keptOut: [...new Set(reading.personalFacts.map(({ kind }) => kind))],
})

/** Jobs, studies, languages and cards as they were understood. */
export function CvUnderstanding({ understood, correctAt }: { understood: Understood; correctAt: string }) {
  const { t } = useText()
  const lines = useUnderstoodLines()(understood)
  return (
    <Section
      id="understood"
      title={t('cvs:understood')}
      actions={<ButtonLink to={correctAt}>{t('cvs:correct_by_form')}</ButtonLink>}
    >
      <p className="mb-3 text-soft">{t('cvs:understood_lead')}</p>
      <Card className="grid gap-4 sm:grid-cols-2">
        <Part title={t('cvs:work')} lines={lines.work} />
        <Part title={t('cvs:education')} lines={lines.education} />
        <Part title={t('cvs:languages')} lines={lines.languages} />
        <Part title={t('cvs:certificates')} lines={lines.certificates} />
        {understood.keptOut.length > 0 && (
          <Part
            title={t('cvs:kept_out')}
            lines={[understood.keptOut.map((kind) => t(`cvs:fact.${kind}`)).join(', ')]}
          />
        )}
      </Card>
    </Section>
  )
}

/** Each entry as one line, so that it can be listed and compared. */
export function useUnderstoodLines() {
  const { t, format } = useText()
  const period = (from: string | null, to: string | null, ongoing = false) => {
    const end = ongoing ? t('cvs:ongoing') : writtenMonth(to)
    return [writtenMonth(from), end].filter(Boolean).join(' – ') || t('cvs:no_dates')
  }
  const line = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ')
  return (understood: Pick<Understood, 'work' | 'education' | 'languages' | 'certificates'>) => ({
    work: understood.work.map((job) => line(job.title, job.employer, period(job.from, job.to, job.ongoing))),
    education: understood.education.map((study) =>
      line(study.title, study.school, period(study.from, study.to)),
    ),
    languages: understood.languages.map(({ language, level, levelFrom }) =>
      line(
        format.language(language),
        level && t(`candidates:level.${level}`),
        levelFrom === 'words' && level !== 'native' ? t('cvs:estimated') : null,
      ),
    ),
    certificates: understood.certificates.map(({ name, year }) => line(name, year)),
  })
}

function Part({ title, lines }: { title: string; lines: ReactNode[] }) {
  const { t } = useText()
  return (
    <div>
      <h3 className="font-medium">{title}</h3>
      {lines.length === 0 ? (
        <p className="text-sm text-soft">{t('cvs:nothing_found')}</p>
      ) : (
        <ul className="list-disc pl-5">
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are never moved, and two may be equal
            <li key={index}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
