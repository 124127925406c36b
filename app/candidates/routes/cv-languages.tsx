import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireMay, type Viewer } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { chosenIds } from '~/platform/fields'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Page } from '~/ui/page'
import { addLanguagesOfCv } from '../candidate-languages.server'
import { findCandidate } from '../candidates.server'
import { CvLanguageOffer } from '../cv-language-offer'
import { offeredLanguages } from '../cv-languages'
import { findCv } from '../cvs.server'

export const meta = pageTitle('cvs:languages_offered')

const Accepted = z.object({ languages: chosenIds() })

async function offerOf(viewer: Viewer, params: LoaderFunctionArgs['params']) {
  const at = { candidateId: idParam(params, 'candidateId'), cvId: idParam(params, 'cvId') }
  const [candidate, cv] = await Promise.all([
    findCandidate(db, viewer, at.candidateId),
    findCv(db, viewer, at),
  ])
  if (!candidate || !cv) throw notFound()
  return {
    ...at,
    number: cv.number,
    offered: offeredLanguages(cv.reading?.languages ?? [], candidate.languages),
  }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  return offerOf(viewer, params)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const { candidateId, offered } = await offerOf(viewer, params)
  const form = await parseForm(request, Accepted)
  if (!form.ok) return form.reply
  const accepted = offered.filter(({ language }) => form.value.languages.includes(language))
  return submitOnce(form, viewer.userId, async (trx) => {
    await addLanguagesOfCv(
      trx,
      viewer,
      candidateId,
      accepted.map(({ language, level }) => ({ language, level })),
    )
    return { to: `/candidates/${candidateId}`, toast: { text: 'cvs:languages_added' } }
  })
}

export default function CvLanguages() {
  const { t } = useText()
  const { candidateId, cvId, number, offered } = useLoaderData<typeof loader>()
  const address = `/candidates/${candidateId}/cvs/${cvId}`
  return (
    <Page narrow title={t('cvs:languages_offered')} up={{ to: address, label: t('cvs:title', { number }) }}>
      {offered.length === 0 && <p>{t('cvs:languages_none')}</p>}
      <CvLanguageOffer offered={offered} action={`${address}/languages`} />
    </Page>
  )
}
