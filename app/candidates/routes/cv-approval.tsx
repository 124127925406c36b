import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { actOnCv, toCv } from '../cv-action.server'
import { approveCv } from '../cvs.server'

export async function loader(args: LoaderFunctionArgs) {
  await requireMay(args.request, 'candidates.write')
  return toCv(args)
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMay(args.request, 'candidates.write')
  return actOnCv(args, viewer, approveCv, { text: 'cvs:approved' })
}
