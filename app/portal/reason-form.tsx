import { reasonsFor } from '~/presentations/presentation'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Choices, optionsOf, TextArea } from '~/ui/form-fields'

/** Why, if the employer wants to say: chips that belong to the answer, and free words. */
export function ReasonForm({
  presentationId,
  answer,
  reasons,
  comment,
}: {
  presentationId: string
  answer: string
  reasons: string[]
  comment: string | null
}) {
  const { t } = useText()
  return (
    <Form action={`/portal/${presentationId}/reasons`} defaultValue={{ reasons, comment: comment ?? '' }}>
      <Choices
        name="reasons"
        type="checkbox"
        label={t(`portal:why.${answer}` as TextKey)}
        optional
        options={optionsOf(reasonsFor(answer), (value) => t(`presentations:reason.${value}` as TextKey))}
      />
      <TextArea
        name="comment"
        label={t('portal:comment')}
        hint={t('portal:comment_hint')}
        optional
        rows={3}
      />
      <Submit look="secondary">{t('portal:send_reasons')}</Submit>
    </Form>
  )
}
