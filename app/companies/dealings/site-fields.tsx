import { useText } from '~/texts/use-text'
import { Field } from '~/ui/form-fields'

/** The fields of a site, for adding and changing alike. */
export function SiteFields() {
  const { t } = useText()
  return (
    <>
      <Field name="name" label={t('dealings:site.name')} optional />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="street" label={t('companies:street')} optional />
        <Field name="postcode" label={t('companies:postcode')} optional inputMode="numeric" />
        <Field name="municipality" label={t('companies:municipality')} optional />
        <Field name="phone" label={t('ui:phone')} optional type="tel" />
      </div>
    </>
  )
}
