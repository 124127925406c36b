import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Choices, TextArea } from '~/ui/form-fields'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'
import { OwnRequestForm, REQUEST_KINDS } from '../request'
import { addRequest } from '../requests.server'

export const meta = pageTitle('person:request.new')

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
    return { to: '/own/requests', toast: { text: 'person:request.sent' } }
  })
}

export default function NewOwnRequest() {
  const { t } = useText()
  const { kind } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t('person:request.new')}
      lead={t('person:request.own_lead')}
      up={{ to: '/own/requests', label: t('person:request.own_title') }}
    >
      <Form defaultValue={{ kind }}>
        <Choices
          name="kind"
          label={t('person:request.what')}
          options={REQUEST_KINDS.map((value) => ({ value, label: t(`person:request.kind.${value}`) }))}
        />
        <TextArea
          name="words"
          label={t('person:request.words')}
          hint={t('person:request.words_hint')}
          optional
        />
        <Submit>{t('person:request.send')}</Submit>
      </Form>
    </OwnPage>
  )
}
