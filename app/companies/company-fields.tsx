import type { ReactNode } from 'react'
import { useText } from '~/texts/use-text'
import { Choices, Field, optionsOf, Select, TextArea } from '~/ui/form-fields'
import { absentIds, companyCategories, contactLanguages, growths } from './company'
import { legalForms } from './legal-form'
import { sizeBands } from './size-band'

/** The fields of a company, for adding and changing alike; `known` stands where the name has just been typed. */
export function CompanyFields({ known }: { known?: ReactNode }) {
  const { t } = useText()
  return (
    <>
      <Field name="name" label={t('companies:name')} autoComplete="off" />
      <Field
        name="businessId"
        label={t('companies:business_id')}
        hint={t('companies:business_id_hint')}
        optional
        autoComplete="off"
      />
      <Select
        name="noBusinessId"
        label={t('companies:no_business_id')}
        optional
        options={optionsOf(absentIds, (value) => t(`companies:no_business_ids.${value}`))}
      />
      {known}
      <Choices
        name="category"
        label={t('companies:category')}
        options={optionsOf(companyCategories, (value) => t(`companies:categories.${value}`))}
      />
      <Select
        name="form"
        label={t('companies:form')}
        hint={t('companies:form_hint')}
        optional
        options={optionsOf(legalForms, (value) => t(`companies:forms.${value}`))}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="industry" label={t('companies:industry')} optional />
        <Field name="industryCode" label={t('companies:industry_code')} optional inputMode="numeric" />
        <Field
          name="industryCode2025"
          label={t('prospects:industry_code_2025')}
          optional
          inputMode="numeric"
        />
        <Field name="municipality" label={t('companies:municipality')} optional />
        <Field name="registeredOn" label={t('companies:registered_on')} optional type="date" />
        <Field name="street" label={t('companies:street')} optional />
        <Field name="postcode" label={t('companies:postcode')} optional inputMode="numeric" />
        <Field name="phone" label={t('ui:phone')} optional type="tel" />
        <Field name="email" label={t('ui:email')} optional type="email" />
      </div>
      <Field name="website" label={t('companies:website')} optional type="url" inputMode="url" />
      <Choices
        name="language"
        label={t('companies:language')}
        options={optionsOf(contactLanguages, (value) => t(`ui:languages.${value}`))}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          name="sizeBand"
          label={t('companies:size')}
          optional
          options={optionsOf(sizeBands, (value) => t(`companies:sizes.${value}`))}
        />
        <Select
          name="growth"
          label={t('companies:growth')}
          optional
          options={optionsOf(growths, (value) => t(`companies:growths.${value}`))}
        />
        <Field name="growthSource" label={t('companies:growth_source')} optional />
        <Field name="funded" label={t('companies:funded')} hint={t('companies:funded_hint')} optional />
      </div>
      <TextArea name="description" label={t('companies:description')} optional />
    </>
  )
}
