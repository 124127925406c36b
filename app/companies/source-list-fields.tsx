import { useText } from '~/texts/use-text'
import { Field, optionsOf, Select, TextArea } from '~/ui/form-fields'
import { listProviders } from './source-list'

/** Where a list of companies comes from and how it was chosen. */
export function SourceListFields({
  rounds,
}: {
  rounds: { id: string; name: string; projectName: string }[]
}) {
  const { t } = useText()
  return (
    <>
      <Field name="name" label={t('companies:list.name')} hint={t('companies:list.name_hint')} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          name="provider"
          label={t('companies:list.provider')}
          options={optionsOf(listProviders, (value) => t(`companies:list.providers.${value}`))}
        />
        <Field name="runOn" label={t('companies:list.run_on')} optional type="date" />
      </div>
      <Select
        name="roundId"
        label={t('companies:list.round')}
        optional
        options={rounds.map(({ id, name, projectName }) => ({ value: id, label: `${projectName}: ${name}` }))}
      />
      <TextArea
        name="criteria"
        label={t('companies:list.criteria')}
        hint={t('companies:list.criteria_hint')}
        optional
        rows={3}
      />
      <Field
        name="keywords"
        label={t('companies:list.keywords')}
        hint={t('companies:list.keywords_hint')}
        optional
      />
      <Field
        name="licenceNote"
        label={t('companies:list.licence')}
        hint={t('companies:list.licence_hint')}
        optional
      />
    </>
  )
}
