import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Page } from '~/ui/page'
import { findSurveyByLink, refuseSurvey } from '../survey-answers.server'

export const meta = pageTitle('surveys:refuse_title')

const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }

/** Public: who has the personal link may end mail to their address. Looking at the page ends nothing. */
export async function loader({ params }: LoaderFunctionArgs) {
  const recipient = orNotFound(await findSurveyByLink(db, params.token ?? ''))
  return data({ refused: recipient.refusedAt !== null }, { headers })
}

/** Public: as the page. */
export async function action({ request, params }: ActionFunctionArgs) {
  return doOnce(request, null, async (trx) => {
    const recipient = orNotFound(await findSurveyByLink(trx, params.token ?? ''))
    await refuseSurvey(trx, recipient)
    return { to: `/survey/${params.token}/refusal` }
  })
}

export default function RefuseSurvey() {
  const { t } = useText()
  const { refused } = useLoaderData<typeof loader>()
  return (
    <Page narrow title={t('surveys:refuse_title')}>
      {refused ? (
        <p>{t('surveys:refused')}</p>
      ) : (
        <>
          <p className="mb-4">{t('surveys:refuse_lead')}</p>
          <Form>
            <Submit>{t('surveys:refuse')}</Submit>
          </Form>
        </>
      )}
    </Page>
  )
}
