import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Form, HiddenField, Submit } from '~/ui/form'
import { Badge, type Tone } from '~/ui/page'
import type { Finding } from './cv-findings.server'

const TONES: Record<string, Tone> = { confirmed: 'good', rejected: 'bad' }

/** Each skill found, its sentence, and the person's yes or no. */
export function FindingList({ findings, action }: { findings: Finding[]; action: string }) {
  const { t, language } = useText()
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {findings.map((finding) => (
        <li
          key={finding.id}
          id={`finding-${finding.id}`}
          className="px-4 py-3 sm:flex sm:items-center sm:justify-between sm:gap-4"
        >
          <div className="min-w-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-medium">{finding[language]}</span>
              <Badge tone={TONES[finding.decision ?? ''] ?? 'plain'}>
                {t(`candidates:cv.${finding.decision ?? 'undecided'}` as TextKey)}
              </Badge>
            </div>
            <p className="my-1 text-sm text-soft">
              ”<Quoted sentence={finding.sentence} words={finding.words} />”
            </p>
          </div>
          <Form inline action={action} className="flex shrink-0 gap-2" label={finding[language]}>
            <HiddenField name="findingId" value={finding.id} />
            {/* Both stay after a decision, so that the keyboard's focus does. */}
            <Submit
              look={finding.decision === 'confirmed' ? 'primary' : 'secondary'}
              name="decision"
              value="confirmed"
              pressed={finding.decision === 'confirmed'}
            >
              {t('candidates:cv.confirm')}
            </Submit>
            <Submit
              look={finding.decision === 'rejected' ? 'danger' : 'secondary'}
              name="decision"
              value="rejected"
              pressed={finding.decision === 'rejected'}
            >
              {t('candidates:cv.reject')}
            </Submit>
          </Form>
        </li>
      ))}
    </ul>
  )
}

/** A sentence with the words that show the skill set off. */
export function Quoted({ sentence, words }: { sentence: string; words: string }) {
  const at = sentence.toLowerCase().indexOf(words.toLowerCase())
  if (at < 0) return <>{sentence}</>
  return (
    <>
      {sentence.slice(0, at)}
      <mark className="bg-bridge-pale font-medium text-ink">{sentence.slice(at, at + words.length)}</mark>
      {sentence.slice(at + words.length)}
    </>
  )
}
