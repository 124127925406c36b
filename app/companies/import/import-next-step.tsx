import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Notice } from '~/ui/page'
import type { FileRefusal } from './company-file.server'
import type { CompanyImport } from './import.server'
import { isRunning } from './import-status'

/** What has become of the import and what can be done with it now. */
export function ImportNextStep({ found, mayImport }: { found: CompanyImport; mayImport: boolean }) {
  return (
    <>
      <ImportNews found={found} />
      <ImportMoves found={found} mayImport={mayImport} />
    </>
  )
}

function ImportNews({ found }: { found: CompanyImport }) {
  const { t, format } = useText()
  const { counts } = found
  return (
    <>
      {found.status === 'checked' && (
        <Notice tone="info" title={t('imports:check_first')}>
          {t('imports:check_first_lead')}
        </Notice>
      )}
      {found.status === 'committed' && (
        <Notice tone="good" title={t('imports:done')}>
          {found.committedAt && format.moment(found.committedAt)}
          {found.committerName && ` · ${found.committerName}`}
        </Notice>
      )}
      {found.status === 'undone' && (
        <Notice tone="info" title={t('imports:undone')}>
          <p>
            {t('imports:undone_counts', {
              removed: format.number(counts.undone?.removed ?? 0),
              restored: format.number(counts.undone?.restored ?? 0),
            })}
          </p>
          {counts.undone && counts.undone.leftAlone > 0 && (
            <Link className="link" to="?left=yes#rows">
              {t('imports:left_alone', { count: counts.undone.leftAlone })}
            </Link>
          )}
          <p>
            {[found.undoneAt && format.moment(found.undoneAt), found.undoerName].filter(Boolean).join(' · ')}
          </p>
        </Notice>
      )}
      {found.status === 'failed' && (
        <Notice tone="bad" title={t('imports:statuses.failed')}>
          {found.failure && <p>{t(`companies:file.${found.failure as FileRefusal}`)}</p>}
          <p>{t('imports:failed_lead')}</p>
        </Notice>
      )}
      {found.status === 'cancelled' && <Notice tone="warn" title={t('imports:statuses.cancelled')} />}
    </>
  )
}

function ImportMoves({ found, mayImport }: { found: CompanyImport; mayImport: boolean }) {
  const { t } = useText()
  const { counts } = found
  const taken = (counts.new ?? 0) + (counts.updated ?? 0) + (counts.known ?? 0)
  const hasBadRows = [counts.refused, counts.problems, counts.duplicate, counts.suppressed].some(Boolean)
  return (
    <div className="no-print mb-6 flex flex-wrap gap-2">
      {found.status === 'checked' && mayImport && (
        <>
          <ActionButton action={`/companies/imports/${found.id}/commit`} look="primary">
            {t('imports:commit', { count: taken })}
          </ActionButton>
          <ButtonLink to="columns">{t('imports:change_columns')}</ButtonLink>
          <ButtonLink to="cancellation" look="danger">
            {t('imports:cancel')}
          </ButtonLink>
        </>
      )}
      {found.status === 'committed' && (
        <ButtonLink to={`/source-lists/${found.sourceListId}`} look="primary">
          {t('imports:open_list')}
        </ButtonLink>
      )}
      {found.status === 'committed' && found.mappedAt && mayImport && (
        <ButtonLink to="undo">{t('imports:undo')}</ButtonLink>
      )}
      {mayImport && ['failed', 'cancelled', 'undone'].includes(found.status) && (
        <ButtonLink to="/companies/imports/new">{t('imports:start_again')}</ButtonLink>
      )}
      {hasBadRows && !isRunning(found.status) && found.status !== 'cancelled' && (
        <ButtonLink to="bad-rows.csv" reloadDocument>
          {t('imports:download_bad_rows')}
        </ButtonLink>
      )}
    </div>
  )
}
