import { useText } from '~/texts/use-text'
import { Field } from '~/ui/form-fields'

/** What is done next and by when; the person sees both. */
export function NextStepFields() {
  const { t } = useText()
  return (
    <div className="grid gap-5 sm:grid-cols-[1fr_auto]">
      <Field
        name="nextStep"
        label={t('caseload:next_step.title')}
        hint={t('caseload:next_step.hint')}
        optional
      />
      <Field
        name="nextStepOn"
        type="date"
        label={t('caseload:next_step.on')}
        hint={t('caseload:next_step.on_hint')}
        optional
      />
    </div>
  )
}
