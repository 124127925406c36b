import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Page } from '~/ui/page'
import { findCompany } from '../companies.server'
import { reopenPair } from '../duplicates/duplicate-pairs.server'

export const meta = pageTitle('duplicates:reopen')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const first = await findCompany(db, viewer, idParam(params, 'firstId'))
  const second = await findCompany(db, viewer, idParam(params, 'secondId'))
  if (!first || !second) throw notFound()
  return { names: [first.name, second.name] }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const ids = [idParam(params, 'firstId'), idParam(params, 'secondId')] as const
  const form = await parseForm(request, z.object({}))
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await reopenPair(trx, ids))) return form.conflict('errors:changed_by_other')
    return { to: '/companies/duplicates', toast: { text: 'duplicates:reopened' } }
  })
}

export default function DuplicateReopening() {
  const { t } = useText()
  const { names } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('duplicates:reopen')}
      lead={names.join(' · ')}
      up={{ to: '/companies/duplicates', label: t('duplicates:title') }}
      narrow
    >
      <p className="mb-4">{t('duplicates:reopen_lead')}</p>
      <Form>
        <Submit>{t('duplicates:reopen')}</Submit>
      </Form>
    </Page>
  )
}
