import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { actOnEnding } from '../ending-action.server'
import { EndingPage } from '../ending-page'
import { findPresentation, revokePresentation } from '../presentations.server'

export const meta = pageTitle('presentations:revoke_title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.write')
  const presentation = orNotFound(await findPresentation(db, viewer, idParam(params, 'presentationId')))
  return { id: presentation.id, number: presentation.number, companyName: presentation.companyName }
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMay(args.request, 'presentations.write')
  return actOnEnding(args, viewer, revokePresentation, 'presentations:revoked')
}

export default function RevokePresentation() {
  return <EndingPage doing="revoke" look="danger" presentation={useLoaderData<typeof loader>()} />
}
