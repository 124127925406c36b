import { useText } from '~/texts/use-text'
import { Checkbox, optionsOf, Select } from '~/ui/form-fields'
import { Card } from '~/ui/page'
import type { FileColumn } from './column-mapping'
import { companyFields, updatedColumn } from './company-field'

/**
 * One choice a column of the file: its heading, what stands in it, what we take it for and why, and whether it wins
 * over what a known company has.
 */
export function ColumnPicker({ columns }: { columns: FileColumn[] }) {
  const { t } = useText()
  const options = optionsOf(companyFields, (value) => t(`companies:fields.${value}`))
  return (
    <ol className="space-y-3">
      {columns.map(({ column, heading, samples, field, reason }) => (
        <li key={column}>
          <Card>
            <Select
              name={`columns[${column}]`}
              label={heading || t('imports:column', { number: column + 1 })}
              none={t('imports:not_imported')}
              options={options}
              hint={
                <>
                  <span className="block break-words">{samples.join(' · ')}</span>
                  {reason && <span className="block">{t(`companies:guess.${reason}`)}</span>}
                </>
              }
            />
            {(!field || updatedColumn(field)) && (
              <div className="mt-2">
                <Checkbox name={`overwrite[${column}]`} label={t('imports:overwrite')} />
              </div>
            )}
          </Card>
        </li>
      ))}
    </ol>
  )
}
