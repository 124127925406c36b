import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { notFound } from '~/platform/http.server'
import { actOnCv, toCv } from '../cv-action.server'
import { takeBackAll } from '../cv-decisions.server'

export async function loader(args: LoaderFunctionArgs) {
  await requireMay(args.request, 'candidates.write')
  return toCv(args)
}

/** `at` is the moment of the yes to all that is taken back. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMay(args.request, 'candidates.write')
  const at = new Date(new URL(args.request.url).searchParams.get('at') ?? '')
  if (Number.isNaN(at.getTime())) throw notFound()
  return actOnCv(args, viewer, (trx, who, cv) => takeBackAll(trx, who, cv, at), {
    text: 'cvs:all_taken_back',
  })
}
