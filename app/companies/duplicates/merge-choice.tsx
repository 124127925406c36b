import { useField } from '@conform-to/react'
import type { ReactNode } from 'react'
import { spacedPhone } from '~/platform/contact-details'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Facts } from '~/ui/page'
import type { Company } from '../companies.server'
import { type MergeField, mergeFieldNames } from './merge'

const labels: Record<MergeField, TextKey> = {
  name: 'companies:name',
  businessId: 'companies:business_id',
  parentBusinessId: 'dealings:group.parent',
  form: 'companies:form',
  category: 'companies:category',
  industry: 'companies:industry',
  industryCode: 'companies:industry_code',
  industryCode2025: 'prospects:industry_code_2025',
  registeredOn: 'companies:registered_on',
  municipality: 'companies:municipality',
  street: 'companies:street',
  postcode: 'companies:postcode',
  phone: 'ui:phone',
  email: 'ui:email',
  website: 'companies:website',
  language: 'companies:language',
  sizeBand: 'companies:size',
  growth: 'companies:growth',
  funded: 'companies:funded',
  description: 'companies:description',
  ownerName: 'companies:owner',
}

const worded: Partial<Record<MergeField, string>> = {
  form: 'companies:forms',
  category: 'companies:categories',
  language: 'ui:languages',
  sizeBand: 'companies:sizes',
  growth: 'companies:growths',
}

/** What a field is called on the page. */
export function useFieldLabel(): (field: MergeField) => string {
  const { t } = useText()
  return (field) => t(labels[field])
}

function useShown(): (company: Company, field: MergeField) => string | null {
  const { t, format } = useText()
  return (company, field) => {
    const value = company[field]
    if (value === null || value === '') return null
    const words = worded[field]
    if (words) return t(`${words}.${value}` as TextKey)
    if (field === 'registeredOn') return format.day(value)
    return field === 'phone' ? spacedPhone(value) : value
  }
}

/** The fields in which two companies differ, each with the one value and the other; what only one knows stands below. */
export function MergeChoices({ kept, removed }: { kept: Company; removed: Company }) {
  const { t } = useText()
  const label = useFieldLabel()
  const shown = useShown()
  const differing = mergeFieldNames.filter((field) => kept[field] !== removed[field])
  const chosen = differing.filter((field) => shown(kept, field) !== null && shown(removed, field) !== null)
  const filled = differing.filter((field) => !chosen.includes(field))
  const same = mergeFieldNames.filter((field) => !differing.includes(field) && shown(kept, field) !== null)
  const valueOfEither = (field: MergeField) => shown(kept, field) ?? shown(removed, field)
  return (
    <>
      {chosen.length === 0 && <p>{t('duplicates:nothing_differs')}</p>}
      {chosen.map((field) => (
        <MergeChoice
          key={field}
          field={field}
          label={label(field)}
          kept={shown(kept, field)}
          removed={shown(removed, field)}
          names={{ kept: kept.name, removed: removed.name }}
        />
      ))}
      {filled.length > 0 && (
        <Unchosen title={t('duplicates:filled')}>
          <Facts facts={filled.map((field) => ({ label: label(field), value: valueOfEither(field) }))} />
        </Unchosen>
      )}
      {same.length > 0 && (
        <Unchosen title={t('duplicates:same')}>
          <Facts facts={same.map((field) => ({ label: label(field), value: shown(kept, field) }))} />
        </Unchosen>
      )}
    </>
  )
}

function Unchosen({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="rounded-md border border-line bg-card px-4 py-2">
      <summary className="min-h-8 cursor-pointer font-medium">{title}</summary>
      <div className="pt-2">{children}</div>
    </details>
  )
}

function MergeChoice({
  field,
  label,
  kept,
  removed,
  names,
}: {
  field: MergeField
  label: string
  kept: string | null
  removed: string | null
  names: { kept: string; removed: string }
}) {
  const [{ id, name, initialValue }] = useField<string>(field)
  const chosen = initialValue ?? 'kept'
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{label}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {[
          { whose: 'kept' as const, value: kept },
          { whose: 'removed' as const, value: removed },
        ].map(({ whose, value }) => (
          <label
            key={whose}
            htmlFor={`${id}-${whose}`}
            className="flex min-h-11 min-w-0 items-start gap-2 rounded-md border border-control bg-card px-3 py-2 has-checked:border-bridge has-checked:bg-bridge-pale"
          >
            <input
              id={`${id}-${whose}`}
              type="radio"
              name={name}
              value={whose}
              defaultChecked={chosen === whose}
              className="mt-0.5 size-5 shrink-0 accent-bridge"
            />
            <span className="min-w-0 wrap-anywhere">
              {value}
              <span className="sr-only"> ({names[whose]})</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
