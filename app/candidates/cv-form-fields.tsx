import { useField, useFormMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'
import { Choices, Field, optionsOf, Select, TextArea } from '~/ui/form-fields'
import { COMMON_LANGUAGES, LANGUAGE_LEVELS } from './candidate'

/** The fields of a CV that is filled in here, in the order that a CV is read. */
export function CvFormFields() {
  const { t, format } = useText()
  const [given] = useField<{ language: string }[]>('languages')
  const codes = new Set<string>(COMMON_LANGUAGES)
  for (const row of given.getFieldList()) {
    const code = row.getFieldset().language.initialValue
    if (code) codes.add(code)
  }
  const languages = optionsOf([...codes], (value) => format.language(value))
  return (
    <>
      <Choices
        name="language"
        label={t('cvs:form.language')}
        options={optionsOf(['fi', 'sv', 'en'], (value) => t(`ui:languages.${value}`))}
      />
      <Field name="headline" label={t('cvs:form.headline')} optional />
      <TextArea name="summary" label={t('cvs:form.summary')} optional />
      <Entries name="work" legend="cvs:form.work" add="cvs:form.add_work">
        {(at) => (
          <>
            <Field name={at('title')} label={t('cvs:form.work_title')} />
            <Field name={at('employer')} label={t('cvs:form.employer')} optional />
            <Period at={at} toHint={t('cvs:form.to_hint')} />
            <TextArea name={at('tasks')} label={t('cvs:form.tasks')} optional rows={3} />
          </>
        )}
      </Entries>
      <Entries name="education" legend="cvs:form.education" add="cvs:form.add_education">
        {(at) => (
          <>
            <Field name={at('title')} label={t('cvs:form.degree')} />
            <Field name={at('school')} label={t('cvs:form.school')} optional />
            <Period at={at} />
          </>
        )}
      </Entries>
      <Entries name="languages" legend="candidates:field.languages" add="candidates:field.add_language">
        {(at) => (
          <div className="grid gap-3 sm:grid-cols-2">
            <Select name={at('language')} label={t('candidates:field.language_name')} options={languages} />
            <Select
              name={at('level')}
              label={t('candidates:field.language_level')}
              options={optionsOf(LANGUAGE_LEVELS, (value) => t(`candidates:level.${value}`))}
            />
          </div>
        )}
      </Entries>
      <Entries name="certificates" legend="cvs:form.certificates" add="cvs:form.add_certificate">
        {(at) => (
          <div className="grid gap-3 sm:grid-cols-[2fr_1fr]">
            <Field name={at('name')} label={t('cvs:form.certificate')} />
            <Field name={at('year')} label={t('cvs:form.year')} optional inputMode="numeric" />
          </div>
        )}
      </Entries>
      <TextArea name="skills" label={t('cvs:form.skills')} hint={t('cvs:form.skills_hint')} optional />
    </>
  )
}

type At = (field: string) => string

function Period({ at, toHint }: { at: At; toHint?: string }) {
  const { t } = useText()
  return (
    <div className="grid items-start gap-3 sm:grid-cols-2">
      <Field name={at('from')} label={t('cvs:form.from')} hint={t('cvs:form.month_hint')} optional />
      <Field name={at('to')} label={t('cvs:form.to')} hint={toHint ?? t('cvs:form.month_hint')} optional />
    </div>
  )
}

/** Any number of entries of one kind; rows are added and taken away without script, too. */
function Entries({
  name,
  legend,
  add,
  children,
}: {
  name: string
  legend: TextKey
  add: TextKey
  children: (at: At) => ReactNode
}) {
  const { t } = useText()
  const form = useFormMetadata()
  const [list] = useField<Record<string, string>[]>(name)
  return (
    <fieldset>
      <legend className="mb-2 text-lg font-semibold">{t(legend)}</legend>
      {list.getFieldList().map((row, index) => (
        <div key={row.key} className="mb-4 space-y-3 rounded-lg border border-line bg-card p-4">
          {children((field) => `${name}[${index}].${field}`)}
          <Button look="quiet" {...form.remove.getButtonProps({ name, index })}>
            {t('ui:remove')} <span className="sr-only">{`${t(legend)} ${index + 1}`}</span>
          </Button>
        </div>
      ))}
      <Button look="secondary" {...form.insert.getButtonProps({ name })}>
        {t(add)}
      </Button>
    </fieldset>
  )
}
