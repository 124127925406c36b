import { Link } from '@remix-run/react'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Form, HiddenField, Submit } from '~/ui/form'
import { Badge, type Tone } from '~/ui/page'
import type { Finding } from './cv-findings.server'
import { useFindingKeys } from './finding-keys'

const TONES: Record<string, Tone> = { confirmed: 'good', rejected: 'bad' }

/**
 * Each skill found, its sentence, and the person's yes or no, by pointer, by form or by keys, which one can switch
 * off.
 */
export function FindingList({ findings, base }: { findings: Finding[]; base: string }) {
  const { t, language } = useText()
  const { list, enabled, toggle } = useFindingKeys()
  return (
    <>
      {enabled !== null && (
        <p className="mb-3 text-sm text-soft">
          {t(enabled ? 'cvs:keys' : 'cvs:keys_are_off')}{' '}
          <button type="button" className="link min-h-6" onClick={toggle}>
            {t(enabled ? 'cvs:keys_off' : 'cvs:keys_on')}
          </button>
        </p>
      )}
      <ul {...list} className="divide-y divide-line rounded-lg border border-line bg-card">
        {findings.map((finding) => (
          <li
            key={finding.id}
            id={`finding-${finding.id}`}
            data-place={`place-${finding.id}`}
            data-decided={finding.decision !== null}
            tabIndex={-1}
            className="px-4 py-3 focus:outline-2 focus:-outline-offset-2 focus:outline-bridge target:bg-bridge-pale/50"
          >
            <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="font-medium">{finding[language]}</span>
                <Badge tone={TONES[finding.decision ?? ''] ?? 'plain'}>
                  {t(`cvs:${finding.decision ?? 'undecided'}` as TextKey)}
                </Badge>
                {finding.foundBy === 'person' && (
                  <span className="text-sm text-soft">{t('cvs:added_by_person')}</span>
                )}
              </div>
              <Decision finding={finding} action={`${base}/decisions`} />
            </div>
            <p className="mt-1 text-sm text-soft">
              {finding.sentence !== '' && (
                <>
                  ”<Quoted sentence={finding.sentence} words={finding.words} />”{' '}
                </>
              )}
              {finding.endsAt > finding.startsAt && (
                <a className="link whitespace-nowrap" href={`#place-${finding.id}`}>
                  {t('cvs:to_text')}
                  <span className="sr-only">: {finding[language]}</span>
                </a>
              )}{' '}
              {finding.foundBy === 'reader' && (
                <Link className="link" to={`${base}/findings/${finding.id}/correction`}>
                  {t('cvs:correct')}
                  <span className="sr-only"> {finding[language]}</span>
                </Link>
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

function Decision({ finding, action }: { finding: Finding; action: string }) {
  const { t, language } = useText()
  const { decision } = finding
  return (
    <Form inline action={action} className="flex flex-wrap gap-2" label={finding[language]}>
      <HiddenField name="findingId" value={finding.id} />
      {/* Both stay after a decision, so that the keyboard's focus does. */}
      <Submit
        look={decision === 'confirmed' ? 'primary' : 'secondary'}
        name="decision"
        value="confirmed"
        pressed={decision === 'confirmed'}
      >
        {t('cvs:confirm')}
      </Submit>
      <Submit
        look={decision === 'rejected' ? 'danger' : 'secondary'}
        name="decision"
        value="rejected"
        pressed={decision === 'rejected'}
      >
        {t('cvs:reject')}
      </Submit>
      {decision !== null && (
        <Submit look="quiet" name="decision" value="undecided">
          {t('cvs:undo')}
        </Submit>
      )}
    </Form>
  )
}

function Quoted({ sentence, words }: { sentence: string; words: string }) {
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
