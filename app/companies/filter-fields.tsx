import { useText } from '~/texts/use-text'
import type { Option } from '~/ui/form-fields'
import { type CompanyFilter, companyListShape, type FilterName, writtenFilters } from './company-filter'
import { filterLabel, filterValue, type NamesInFilters } from './filter-words'

/** What there is to choose from where that is not always the same. */
export type KnownChoices = Partial<Record<FilterName, readonly Option[]>>

/** Few enough values to tick any of them. */
const ticked: readonly FilterName[] = ['region', 'category', 'size', 'form', 'language', 'growth', 'stage']
/** Values of a filter over people that stand before the names. */
const ownerWords = ['me', 'none']

type Chosen = { name: FilterName; label: string; chosen: readonly string[] }

/** One filter with what is chosen of it; which control it is goes by how many values there are to choose from. */
export function FilterField({
  name,
  filter,
  known,
  names,
}: {
  name: FilterName
  filter: CompanyFilter
  known: KnownChoices
  names: NamesInFilters
}) {
  const { t } = useText()
  const own = { name, label: filterLabel(t, name), chosen: filter.filters[name] ?? [] }
  const optionOf = (value: string) => ({ value, label: filterValue(t, name, value, names) })
  if (writtenFilters.includes(name)) return <WrittenFilter {...own} />
  const shape = companyListShape.filters[name]
  const always = Array.isArray(shape) ? shape : name === 'owner' ? ownerWords : []
  const options = [...always.map(optionOf), ...(known[name] ?? [])]
  if (ticked.includes(name)) return <TickedFilter {...own} options={options} />
  if (known[name]) return <GrowingFilter {...own} options={options} labels={own.chosen.map(optionOf)} />
  return <SelectFilter {...own} options={options} />
}

const frame = 'min-w-0 basis-40 text-sm'
const caption = 'mb-1 block text-soft'

function WrittenFilter({ name, label, chosen }: Chosen) {
  const { t } = useText()
  return (
    <label className={frame}>
      <span className={caption}>{label}</span>
      <input
        name={name}
        defaultValue={chosen.join(', ')}
        maxLength={100}
        placeholder={t('prospects:filter.several')}
        className="control"
      />
    </label>
  )
}

function SelectFilter({ name, label, chosen, options }: Chosen & { options: readonly Option[] }) {
  const { t } = useText()
  return (
    <label className={frame}>
      <span className={caption}>{label}</span>
      <select name={name} defaultValue={chosen[0] ?? ''} className="control">
        <option value="">{t('ui:all')}</option>
        <Choices options={options} />
      </select>
    </label>
  )
}

/** A long list: what is chosen stays, and each choice is added to it. */
function GrowingFilter({
  name,
  label,
  chosen,
  options,
  labels,
}: Chosen & { options: readonly Option[]; labels: readonly Option[] }) {
  const { t } = useText()
  const words = labels.map((option) => option.label).join(', ')
  return (
    <label className={frame}>
      <span className={caption}>{label}</span>
      {chosen.map((value) => (
        <input key={value} type="hidden" name={name} value={value} />
      ))}
      <select name={name} defaultValue="" className="control">
        <option value="">{words ? t('prospects:filter.add_to', { chosen: words }) : t('ui:all')}</option>
        <Choices options={options.filter(({ value }) => !chosen.includes(value))} />
      </select>
    </label>
  )
}

function Choices({ options }: { options: readonly Option[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))
}

/** Any of a few values: they open under the line that says which are chosen. */
function TickedFilter({ name, label, chosen, options }: Chosen & { options: readonly Option[] }) {
  const { t } = useText()
  const words = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label)
  return (
    <details name="filter" className={`relative ${frame}`}>
      <summary className="list-none">
        <span className={caption}>{label}</span>
        <span className="control flex items-center gap-2">
          <span className="min-w-0 grow truncate">{words.join(', ') || t('ui:all')}</span>
          <span aria-hidden="true">▾</span>
        </span>
      </summary>
      <fieldset className="absolute inset-x-0 z-20 mt-1 max-h-80 overflow-y-auto rounded-md border border-control bg-card p-3 shadow-lg">
        <legend className="sr-only">{label}</legend>
        {options.map((option) => (
          <label key={option.value} className="flex min-h-9 items-center gap-3">
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              className="size-5 shrink-0 accent-bridge"
            />
            {option.label}
          </label>
        ))}
      </fieldset>
    </details>
  )
}
