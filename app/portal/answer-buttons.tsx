import { ANSWERS } from '~/presentations/presentation'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'
import { Form } from '~/ui/form'

/** Three big buttons, one tap: each sends its answer at once, and works as plain HTML. */
export function AnswerButtons({ presentationId, answer }: { presentationId: string; answer: string | null }) {
  const { t } = useText()
  return (
    <Form action={`/portal/${presentationId}/answer`} className="grid gap-3 sm:grid-cols-3">
      {ANSWERS.map((value) => (
        <Button
          key={value}
          name="answer"
          value={value}
          look={answer === value ? 'primary' : 'secondary'}
          aria-pressed={answer === value}
          className="min-h-16 text-lg"
        >
          {answer === value && <span aria-hidden="true">✓</span>}
          {t(`presentations:answer.${value}`)}
        </Button>
      ))}
    </Form>
  )
}
