import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Card } from '~/ui/page'
import { useReloadWhile } from '~/ui/reload-while'
import type { TaxonomyImport } from './taxonomy-import.server'

/** How far an import is; nothing when it is over. The page around it loads itself again. */
export function TaxonomyProgress({ found }: { found: TaxonomyImport }) {
  const { t, format } = useText()
  const { status, rowsDone, rowCount } = found
  const isRunning = status === 'reading' || status === 'saving'
  useReloadWhile(isRunning)
  if (!isRunning) return null
  const counted = status === 'saving' && rowCount > 0
  return (
    <Card className="mb-6">
      <p role="status" className="mb-2 font-medium">
        {t('skills:taxonomy.running')}: {t(`skills:taxonomy.status.${status}`)}
        {counted &&
          ` · ${t('skills:taxonomy.progress', { done: format.number(rowsDone), total: format.number(rowCount) })}`}
      </p>
      <progress
        aria-label={t('skills:taxonomy.running')}
        max={rowCount || 1}
        value={counted ? rowsDone : undefined}
        className="mb-2 h-3 w-full accent-bridge"
      />
      <p className="mb-3 text-sm text-soft">{t('skills:taxonomy.progress_lead')}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Link to="." reloadDocument className="link inline-flex min-h-11 items-center">
          {t('skills:taxonomy.reload')}
        </Link>
        <Form action={`/skills/taxonomies/${found.id}/cancellation`}>
          <Submit look="danger">{t('skills:taxonomy.cancel')}</Submit>
        </Form>
      </div>
    </Card>
  )
}
