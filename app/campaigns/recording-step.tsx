import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Notice } from '~/ui/page'
import type { CardFacts } from './card-facts.server'

/** Where the campaign records its calls: the company is told before anything else is said, or is not recorded. */
export function RecordingStep({ card, action }: { card: CardFacts; action: string }) {
  const { t } = useText()
  const { recording, script } = card
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
    <Notice tone="warn" title={t('calls:recording.first')}>
      {script?.recordingNotice && (
        <p lang={script.language} className="my-2 max-w-prose text-lg">
          {script.recordingNotice}
        </p>
      )}
      <p className="mb-3 text-sm">{t('calls:recording.kept', { count: recording.keptDays })}</p>
      <Form action={action} inline className="flex flex-wrap gap-2" label={t('calls:recording.first')}>
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

/** Whether the talk waits for the company to hear of the recording. */
export function waitsForNotice(card: Pick<CardFacts, 'recording'>): boolean {
  return card.recording !== null && !card.recording.told && !card.recording.notRecorded
}
