import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirectDocument } from '@remix-run/node'
import { Link, useLoaderData, useParams } from '@remix-run/react'
import { db } from '~/platform/db.server'
import { parseForm } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Field } from '~/ui/form-fields'
import { DeadEntrance } from '../dead-entrance'
import { CodeForm } from '../identification'
import { OwnPage } from '../own-page'
import { enterOwnPages, findEntrance } from '../own-session.server'

export const meta = pageTitle('person:code.title')

/** Public: the way in for whoever holds the link and the code. */
export async function loader({ params }: LoaderFunctionArgs) {
  const alive = (await findEntrance(db, params.token ?? '')) !== undefined
  return data({ alive }, { status: alive ? 200 : 410 })
}

/** Public: the way in for whoever holds the link and the code. */
export async function action({ request, params }: ActionFunctionArgs) {
  const form = await parseForm(request, CodeForm, ['code'])
  if (!form.ok) return form.reply

  const cookie = await enterOwnPages(params.token ?? '', form.value.code, request.headers.get('User-Agent'))
  if (!cookie) return form.refuse({ code: ['person:code.wrong'] })
  return redirectDocument('/own', { status: 303, headers: { 'Set-Cookie': cookie } })
}

export default function Code() {
  const { t } = useText()
  const { alive } = useLoaderData<typeof loader>()
  const { token } = useParams()
  if (!alive) return <DeadEntrance />
  return (
    <OwnPage title={t('person:code.title')} lead={t('person:code.lead')}>
      <Form>
        <Field
          name="code"
          label={t('person:code.label')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={9}
        />
        <Submit>{t('person:code.enter')}</Submit>
      </Form>
      <p className="mt-6">
        <Link className="link" to={`/own/enter/${token}`}>
          {t('person:code.again')}
        </Link>
      </p>
    </OwnPage>
  )
}
