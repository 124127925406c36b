import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { Checkbox, Field } from '~/ui/form-fields'
import { Card } from '~/ui/page'
import { readFilter } from './company-filter'
import { filterInWords, type NamesInFilters } from './filter-words'

/** A segment's name and for whom it is; the filter goes along unseen and stands above in words. */
export function SegmentFields({ filter, names }: { filter: string; names: NamesInFilters }) {
  const { t } = useText()
  return (
    <>
      <Card>
        <p className="text-sm text-soft">{t('prospects:segment.criteria')}</p>
        <p>{filterInWords(t, readFilter(filter), names)}</p>
      </Card>
      <HiddenField name="filter" value={filter} />
      <Field name="name" label={t('prospects:segment.name')} hint={t('prospects:segment.name_hint')} />
      <Checkbox
        name="shared"
        label={t('prospects:segment.shared')}
        hint={t('prospects:segment.shared_hint')}
      />
    </>
  )
}
