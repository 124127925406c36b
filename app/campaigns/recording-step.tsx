import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Notice } from '~/ui/page'
import type { CardFacts, CardScript } from './card-facts.server'

/** Where the campaign records its calls: the company is told before anything else is said, or is not recorded. */
export function RecordingStep({
  recording,
  script,
  over = false,
  action,
}: {
  recording: CardFacts['recording']
  script: CardScript | null
  /** After the talk it is asked what was said. */
  over?: boolean
  action: string
}) {
  const { t } = useText()
  if (!recording) return null
  if (recording.told || recording.notRecorded)
    return (
      <Notice>
        {t(recording.told ? 'calls:recording.told' : 'calls:recording.not_recorded', {
          count: recording.keptDays,
        })}
      </Notice>
    )
  return (
    <Notice tone="warn" title={t(over ? 'calls:recording.asked' : 'calls:recording.first')}>
      {script?.recordingNotice && (
        <p lang={script.language} className="my-2 max-w-prose text-lg">
          {script.recordingNotice}
        </p>
      )}
      <p className="mb-3 text-sm">{t('calls:recording.kept', { count: recording.keptDays })}</p>
      <Form action={action} inline className="flex flex-wrap gap-2" label={t('calls:recording.asked')}>
        <Submit name="said" value="told">
          {t('calls:recording.i_told')}
        </Submit>
        <Submit name="said" value="not_recorded" look="secondary">
          {t('calls:recording.i_do_not')}
        </Submit>
      </Form>
    </Notice>
  )
}
