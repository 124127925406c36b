import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Notice } from '~/ui/page'
import type { CompanyImport } from './import.server'

/** What has become of the import and what can be done with it now. */
export function ImportNextStep({ found, mayImport }: { found: CompanyImport; mayImport: boolean }) {
  const { t, format } = useText()
  const { counts } = found
  const taken = (counts.new ?? 0) + (counts.updated ?? 0) + (counts.known ?? 0)
  return (
    <>
      {found.status === 'checked' && (
        <Notice tone="info" title={t('companies:import.check_first')}>
          {t('companies:import.check_first_lead')}
        </Notice>
      )}
      {found.status === 'committed' && (
        <Notice tone="good" title={t('companies:import.done')}>
          {found.committedAt && format.moment(found.committedAt)}
          {found.committerName && ` · ${found.committerName}`}
        </Notice>
      )}
      {found.status === 'cancelled' && (
        <Notice tone="warn" title={t('companies:import.statuses.cancelled')} />
      )}
      <div className="no-print mb-6 flex flex-wrap gap-2">
        {found.status === 'checked' && mayImport && (
          <>
            <ActionButton action={`/companies/imports/${found.id}/commit`} look="primary">
              {t('companies:import.commit', { count: taken })}
            </ActionButton>
            <ButtonLink to="columns">{t('companies:import.change_columns')}</ButtonLink>
            <ActionButton action={`/companies/imports/${found.id}/cancellation`} look="danger">
              {t('companies:import.cancel')}
            </ActionButton>
          </>
        )}
        {found.status === 'committed' && (
          <ButtonLink to={`/source-lists/${found.sourceListId}`} look="primary">
            {t('companies:import.open_list')}
          </ButtonLink>
        )}
        {found.status !== 'cancelled' && (
          <ButtonLink to="bad-rows.csv" reloadDocument>
            {t('companies:import.download_bad_rows')}
          </ButtonLink>
        )}
      </div>
    </>
  )
}
