import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Card } from '~/ui/page'
import { useReloadWhile } from '~/ui/reload-while'
import type { CompanyImport } from './import.server'
import { type ImportStatus, isRunning } from './import-status'

/** How far the background work of an import is; nothing when it rests. The page around it loads itself again. */
export function ImportProgress({
  found,
  mayImport,
}: {
  found: Pick<CompanyImport, 'id' | 'rowCount' | 'rowsDone'> & { status: ImportStatus }
  mayImport: boolean
}) {
  const { t, format } = useText()
  const { status, rowCount, rowsDone } = found
  useReloadWhile(isRunning(status))
  if (!isRunning(status)) return null
  const counted = status !== 'reading' && rowCount > 0
  return (
    <Card className="mb-6">
      <p role="status" className="mb-2 font-medium">
        {t(`imports:running.${status}`)}
        {counted &&
          ` · ${t('imports:progress', { done: format.number(rowsDone), total: format.number(rowCount) })}`}
      </p>
      <progress
        aria-label={t(`imports:running.${status}`)}
        max={rowCount || 1}
        value={counted ? rowsDone : undefined}
        className="mb-2 h-3 w-full accent-bridge"
      />
      <p className="mb-3 text-sm text-soft">{t('imports:progress_lead')}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Link to="." reloadDocument className="link inline-flex min-h-11 items-center">
          {t('imports:reload')}
        </Link>
        {mayImport && status !== 'undoing' && (
          <Form action={`/companies/imports/${found.id}/cancellation`}>
            <Submit look="danger">{t('imports:cancel_running')}</Submit>
          </Form>
        )}
      </div>
    </Card>
  )
}
