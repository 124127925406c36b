import { ONLINE_MONTHS } from '~/candidates/consent'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Choices, optionsOf } from '~/ui/form-fields'
import { Card } from '~/ui/page'

/** The wording, what exactly it is about, and two answers of the same size. */
export function AnswerForm({
  text,
  about,
}: {
  text: string
  about: { to: string | null; item: string | null; purpose: string | null }
}) {
  const { t } = useText()
  return (
    <>
      <Card className="mb-6">
        {about.to && <p className="mb-2 font-semibold">{about.to}</p>}
        {about.item && <p className="mb-2 font-semibold">{about.item}</p>}
        {about.purpose && <p className="mb-2">{about.purpose}</p>}
        <p className="whitespace-pre-line">{text}</p>
      </Card>
      <Form defaultValue={{ months: ONLINE_MONTHS[1] }}>
        <Choices
          name="answer"
          label={t('person:question.answer')}
          hint={t('person:question.answer_hint')}
          options={[
            { value: 'given', label: t('person:question.yes') },
            { value: 'refused', label: t('person:question.no') },
          ]}
        />
        <Choices
          name="months"
          label={t('person:question.how_long')}
          hint={t('person:question.how_long_hint')}
          options={optionsOf(ONLINE_MONTHS, (value) => t('person:question.months', { count: Number(value) }))}
        />
        <Submit>{t('person:question.save')}</Submit>
      </Form>
    </>
  )
}
