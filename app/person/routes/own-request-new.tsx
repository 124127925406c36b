import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Choices, optionsOf, TextArea } from '~/ui/form-fields'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'
import { OwnRequestForm, REQUEST_KINDS } from '../request'
import { addRequest } from '../requests.server'

export const meta = pageTitle('requests:new')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'own_data.use')
  const asked = new URL(request.url).searchParams.get('kind')
  return { kind: REQUEST_KINDS.find((kind) => kind === asked) ?? '' }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const candidateId = ownCandidateId(viewer)

  const form = await parseForm(request, OwnRequestForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    await addRequest(trx, viewer, candidateId, {
      kind: form.value.kind,
      words: form.value.words ?? null,
      how: 'own_page',
      receivedOn: today(),
    })
    return { to: '/own/requests', toast: { text: 'requests:sent' } }
  })
}

export default function NewOwnRequest() {
  const { t } = useText()
  const { kind } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t('requests:new')}
      lead={t('requests:own_lead')}
      up={{ to: '/own/requests', label: t('requests:own_title') }}
    >
      <Form defaultValue={{ kind }}>
        <Choices
          name="kind"
          label={t('requests:what')}
          options={optionsOf(REQUEST_KINDS, (value) => t(`requests:kind.${value}`))}
        />
        <TextArea name="words" label={t('requests:words')} hint={t('requests:words_hint')} optional />
        <Submit>{t('requests:send')}</Submit>
      </Form>
    </OwnPage>
  )
}
