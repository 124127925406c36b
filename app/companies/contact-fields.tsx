import { useText } from '~/texts/use-text'
import { Field, optionsOf, Select } from '~/ui/form-fields'
import { contactLanguages, contactSources } from './company'

/** The fields of a contact person, for adding and changing alike. */
export function ContactFields() {
  const { t } = useText()
  return (
    <>
      <Field name="name" label={t('ui:name')} autoComplete="off" />
      <Field
        name="role"
        label={t('companies:contact_role')}
        hint={t('companies:contact_role_hint')}
        optional
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="phone" label={t('ui:phone')} optional type="tel" autoComplete="off" />
        <Field name="email" label={t('ui:email')} optional type="email" autoComplete="off" />
        <Select
          name="language"
          label={t('companies:language')}
          optional
          options={optionsOf(contactLanguages, (value) => t(`ui:languages.${value}`))}
        />
        <Select
          name="source"
          label={t('companies:contact_source')}
          hint={t('companies:contact_source_hint')}
          optional
          options={optionsOf(contactSources, (value) => t(`companies:contact_sources.${value}`))}
        />
      </div>
      <Field
        name="informedOn"
        label={t('companies:informed_on')}
        hint={t('companies:informed_on_hint')}
        optional
        type="date"
      />
      <Field name="note" label={t('ui:note')} hint={t('companies:contact_note_hint')} optional />
    </>
  )
}
