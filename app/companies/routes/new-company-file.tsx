import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { storeFile } from '~/files/files.server'
import { checkUpload, readUploadForm } from '~/files/upload.server'
import { db } from '~/platform/db.server'
import { parseFormData, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Field, FileField } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { findCompanyAt } from '../companies.server'
import { addCompanyFile, COMPANY_FILE_LIMITS } from '../dealings/company-files.server'
import { CompanyFileForm } from '../dealings/dealing-forms'

export const meta = pageTitle('dealings:file.add')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  return { company: await findCompanyAt(db, viewer, params) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const company = await findCompanyAt(db, viewer, params)

  const form = parseFormData(await readUploadForm(request, COMPANY_FILE_LIMITS), CompanyFileForm)
  if (!form.ok) return form.reply
  const upload = await checkUpload(form.value.file, COMPANY_FILE_LIMITS)
  if (!upload.ok) return form.refuse({ file: [upload.problem] })

  return submitOnce(form, viewer.userId, async (trx) => {
    const { id } = await storeFile(trx, viewer, upload)
    await addCompanyFile(trx, viewer, company.id, { id, title: form.value.title ?? upload.name })
    return { to: `/companies/${company.id}`, toast: { text: 'dealings:file.saved' } }
  })
}

export default function NewCompanyFile() {
  const { t } = useText()
  const { company } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('dealings:file.add')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      encType="multipart/form-data"
      submit={t('ui:save')}
    >
      <FileField
        name="file"
        label={t('dealings:file.field')}
        hint={t('dealings:file.hint')}
        accept=".pdf,.docx,.odt,.xlsx,.jpg,.jpeg,.png,.txt"
      />
      <Field name="title" label={t('dealings:file.name')} hint={t('dealings:file.name_hint')} optional />
    </FormPage>
  )
}
