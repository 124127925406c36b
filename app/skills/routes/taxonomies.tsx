import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { storeFile } from '~/files/files.server'
import { checkUpload, readUploadForm } from '~/files/upload.server'
import { db } from '~/platform/db.server'
import { optionalText } from '~/platform/fields'
import { parseFormData, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { DropArea } from '~/ui/drop-area'
import { Form, Submit } from '~/ui/form'
import { Field, FileField } from '~/ui/form-fields'
import { Page, Section } from '~/ui/page'
import { Attribution } from '../taxonomy/attribution'
import { taxonomyLimits } from '../taxonomy/taxonomy-files.server'
import {
  listTaxonomiesInUse,
  listTaxonomyImports,
  startTaxonomyImport,
} from '../taxonomy/taxonomy-import.server'
import { TaxonomyImportTable } from '../taxonomy/taxonomy-import-table'

export const meta = pageTitle('skills:taxonomy.title')

const TaxonomyForm = z.object({ version: optionalText(20) })

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  const [imports, inUse] = await Promise.all([listTaxonomyImports(db), listTaxonomiesInUse(db)])
  return { imports, inUse, megabytes: taxonomyLimits.uploadMegabytes }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'settings.manage')
  const maxBytes = taxonomyLimits.uploadMegabytes * 1024 * 1024
  const formData = await readUploadForm(request, { maxBytes })
  const form = parseFormData(formData, TaxonomyForm)
  if (!form.ok) return form.reply
  const file = await checkUpload(formData.get('file'), { maxBytes, allowed: ['zip', 'text'] })
  if (!file.ok) {
    return form.refuse({
      file: [file.problem === 'errors:file_type' ? 'skills:taxonomy.error_kind' : file.problem],
    })
  }
  return submitOnce(form, viewer.userId, async (trx) => {
    const stored = await storeFile(trx, viewer, file)
    const importId = await startTaxonomyImport(trx, viewer.userId, {
      fileId: stored.id,
      name: file.name,
      sha256: stored.sha256,
      version: form.value.version ?? null,
    })
    return { to: `/skills/taxonomies/${importId}` }
  })
}

/** Takes a classification in, and shows what has come in so far. */
export default function Taxonomies() {
  const { t } = useText()
  const { imports, inUse, megabytes } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('skills:taxonomy.title')}
      lead={t('skills:taxonomy.lead')}
      up={{ to: '/skills', label: t('skills:title') }}
      actions={<ButtonLink to="/skills/taxonomies/joins">{t('skills:join.title')}</ButtonLink>}
      narrow
    >
      <Form encType="multipart/form-data">
        <DropArea label={t('skills:taxonomy.file')}>
          <FileField
            name="file"
            accept=".zip,.csv,.json,application/zip,text/csv,application/json"
            label={t('skills:taxonomy.file')}
            hint={t('skills:taxonomy.file_hint', { limit: megabytes })}
          />
        </DropArea>
        <Field
          name="version"
          label={t('skills:taxonomy.version')}
          hint={t('skills:taxonomy.version_hint')}
          optional
        />
        <Submit>{t('skills:taxonomy.start')}</Submit>
      </Form>
      <div className="mt-10">
        <Section id="latest" title={t('skills:taxonomy.latest')}>
          <TaxonomyImportTable imports={imports} />
        </Section>
        <Attribution inUse={inUse} />
      </div>
    </Page>
  )
}
