import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { storeFile } from '~/files/files.server'
import { readUploadForm } from '~/files/upload.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseFormData, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { DropArea } from '~/ui/drop-area'
import { Form, Submit } from '~/ui/form'
import { FileField } from '~/ui/form-fields'
import { Page, Section } from '~/ui/page'
import { fileLimits, refusalAtSight } from '../import/company-file.server'
import { listLatestImports, startImport } from '../import/import.server'
import { ImportTable } from '../import/import-table'
import { SourceListForm } from '../source-list'
import { SourceListFields } from '../source-list-fields'
import { listRoundChoices } from '../source-lists.server'

export const meta = pageTitle('imports:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const [rounds, latest] = await Promise.all([listRoundChoices(db), listLatestImports(db, viewer)])
  return { rounds, latest, today: today(), megabytes: fileLimits.megabytes }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const formData = await readUploadForm(request, { maxBytes: fileLimits.megabytes * 1024 * 1024 })
  const form = parseFormData(formData, SourceListForm)
  if (!form.ok) return form.reply
  const file = formData.get('file')
  if (!(file instanceof File) || file.name === '') return form.refuse({ file: ['companies:file.missing'] })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const refusal = refusalAtSight(bytes)
  if (refusal) return form.refuse({ file: [`companies:file.${refusal}`] })

  return submitOnce(form, viewer.userId, async (trx) => {
    const name = file.name.slice(-120)
    const stored = await storeFile(trx, viewer, { name, mediaType: file.type || 'text/csv', bytes })
    const uploaded = { fileId: stored.id, name, sha256: stored.sha256 }
    const { importId } = await startImport(trx, viewer.userId, uploaded, form.value)
    return { to: `/companies/imports/${importId}/columns` }
  })
}

export default function ImportUpload() {
  const { t } = useText()
  const { rounds, latest, today, megabytes } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('imports:title')}
      lead={t('imports:lead')}
      up={{ to: '/companies', label: t('companies:title') }}
      narrow
    >
      <Form encType="multipart/form-data" defaultValue={{ provider: 'vainu', runOn: today }}>
        <DropArea label={t('imports:drop')}>
          <FileField
            name="file"
            accept=".csv,.txt,.tsv,.xlsx,text/csv,text/plain,text/tab-separated-values"
            label={t('imports:file')}
            hint={t('imports:file_hint', { limit: megabytes })}
          />
        </DropArea>
        <SourceListFields rounds={rounds} />
        <Submit>{t('imports:to_columns')}</Submit>
      </Form>
      {latest.length > 0 && (
        <div className="mt-10">
          <Section id="latest" title={t('imports:latest')}>
            <ImportTable imports={latest} />
          </Section>
        </div>
      )}
    </Page>
  )
}
