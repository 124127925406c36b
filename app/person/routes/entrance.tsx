import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Choices } from '~/ui/form-fields'
import { Notice } from '~/ui/page'
import { DeadEntrance } from '../dead-entrance'
import { ChannelForm } from '../identification'
import { OwnPage } from '../own-page'
import { findEntrance, sendCode } from '../own-session.server'

export const meta = pageTitle('person:enter.title')

/** Public: the secret in the address says whose pages these are; it shows nothing of them. */
export async function loader({ params }: LoaderFunctionArgs) {
  const entrance = await findEntrance(db, params.token ?? '')
  if (!entrance) return data({ ways: null }, { status: 410 })
  return data({ ways: entrance.ways.map(({ by, shown }) => ({ by, shown })) })
}

/** Public: sends a code to an address the house knows. */
export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const form = await parseForm(request, ChannelForm)
  if (!form.ok) return form.reply

  return submitOnce(form, null, async (trx) => {
    if (!(await sendCode(trx, token, form.value.by))) return form.conflict('person:enter.no_more_codes')
    return { to: `/own/enter/${token}/code` }
  })
}

export default function Entrance() {
  const { t } = useText()
  const { ways } = useLoaderData<typeof loader>()
  if (!ways) return <DeadEntrance />
  return (
    <OwnPage title={t('person:enter.title')} lead={t('person:enter.lead')}>
      {ways.length === 0 ? (
        <Notice tone="warn">{t('person:enter.no_address')}</Notice>
      ) : (
        <Form defaultValue={{ by: ways[0]?.by }}>
          <Choices
            name="by"
            label={t('person:enter.how')}
            options={ways.map(({ by, shown }) => ({
              value: by,
              label: t(`person:enter.by.${by}`, { address: shown }),
            }))}
          />
          <Submit>{t('person:enter.send')}</Submit>
        </Form>
      )}
    </OwnPage>
  )
}
