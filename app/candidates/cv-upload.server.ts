import { z } from 'zod'
import type { Viewer } from '~/auth/viewer.server'
import { storeFile } from '~/files/files.server'
import { checkUpload, readUploadForm } from '~/files/upload.server'
import { parseFormData, submitOnce } from '~/platform/form.server'
import { hideIdentityCodes } from '~/platform/identity-code'
import { LARGEST_CV_BYTES } from './cv-reading/cv-reading'
import { addCv } from './cvs.server'

const CvFile = z.object({ file: z.instanceof(File, { error: 'errors:file_missing' }) })
const LIMITS = {
  maxBytes: LARGEST_CV_BYTES,
  allowed: ['pdf', 'docx', 'odt', 'rtf', 'xml', 'jpg', 'png', 'text'],
} as const

/**
 * The rest of an action that takes a CV as a file, after the guard: it is checked by its bytes, kept as the next
 * version and read in the background. `to` is where one then goes.
 */
export async function receiveCv(
  request: Request,
  viewer: Viewer,
  candidateId: string,
  to: (cvId: string) => string,
) {
  const form = parseFormData(await readUploadForm(request, LIMITS), CvFile)
  if (!form.ok) return form.reply
  const upload = await checkUpload(form.value.file, LIMITS)
  if (!upload.ok) return form.refuse({ file: [upload.problem] })

  return submitOnce(form, viewer.userId, async (trx) => {
    const file = await storeFile(trx, viewer, { ...upload, name: hideIdentityCodes(upload.name) })
    const cvId = await addCv(trx, viewer, candidateId, file.id)
    return { to: to(cvId), toast: { text: 'cvs:uploaded' } }
  })
}
