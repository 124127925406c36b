import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { actOnCv, toCv } from '../cv-action.server'
import { readCvAgain } from '../cvs.server'

export async function loader(args: LoaderFunctionArgs) {
  await requireMay(args.request, 'candidates.write')
  return toCv(args)
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMay(args.request, 'candidates.write')
  return actOnCv(args, viewer, readCvAgain, { text: 'cvs:uploaded' })
}
