import { fileTypeFromBuffer } from 'file-type'

/** Kinds of files people send, and the media type each is kept as. */
const KINDS = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  rtf: 'application/rtf',
  xml: 'application/xml',
  jpg: 'image/jpeg',
  png: 'image/png',
  /** As phones photograph by default. */
  heic: 'image/heic',
  heif: 'image/heif',
  zip: 'application/zip',
  text: 'text/plain',
} as const
type FileKind = keyof typeof KINDS

/** What a file with such an ending holds. A photograph may be of another kind than its ending says. */
const PICTURES: readonly FileKind[] = ['jpg', 'png', 'heic', 'heif']
const HELD_BY: Record<string, readonly FileKind[]> = {
  pdf: ['pdf'],
  docx: ['docx'],
  odt: ['odt'],
  rtf: ['rtf'],
  jpg: PICTURES,
  jpeg: PICTURES,
  png: PICTURES,
}

type UploadLimits = { maxBytes: number; allowed: readonly FileKind[] }
type CheckedUpload =
  | { ok: true; name: string; mediaType: string; kind: FileKind; bytes: Uint8Array }
  /** A packed text key to refuse the field with: `form.refuse({ file: [upload.problem] })`. */
  | { ok: false; problem: string }

const FORM_AROUND_FILE_BYTES = 100_000

/**
 * Checks a file out of a form by its content; neither its name nor what the browser calls it is believed. A name whose
 * ending promises something else is refused: whoever sent it takes the file for what it is not.
 * `maxBytes` is the size of the file itself.
 */
export async function checkUpload(
  file: FormDataEntryValue | null,
  { maxBytes, allowed }: UploadLimits,
): Promise<CheckedUpload> {
  if (!(file instanceof File) || file.size === 0) return { ok: false, problem: 'errors:file_missing' }
  if (file.size > maxBytes) {
    return { ok: false, problem: `errors:file_too_large|${JSON.stringify({ limit: megabytes(maxBytes) })}` }
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const kind = await kindOf(bytes)
  if (!kind || !allowed.includes(kind)) return { ok: false, problem: 'errors:file_type' }
  const ending = file.name.split('.').at(-1)?.toLowerCase() ?? ''
  if (HELD_BY[ending]?.includes(kind) === false)
    return { ok: false, problem: `errors:file_not_its_ending|${JSON.stringify({ ending })}` }
  return { ok: true, name: plainFileName(file.name), mediaType: KINDS[kind], kind, bytes }
}

/**
 * Reads a posted form with a file in it. A body far over `maxBytes` is a 413 as soon as it has grown that large,
 * so that nobody fills the memory.
 */
export async function readUploadForm(
  request: Request,
  { maxBytes }: { maxBytes: number },
): Promise<FormData> {
  const limit = maxBytes * 2 + FORM_AROUND_FILE_BYTES
  if (Number(request.headers.get('Content-Length') ?? 0) > limit) throw tooLarge()
  if (!request.body) return request.formData()
  let seen = 0
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.byteLength
        if (seen > limit) controller.error(new Error('too large'))
        else controller.enqueue(chunk)
      },
    }),
  )
  const reading: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: request.headers,
    body: counted,
    duplex: 'half',
  }
  try {
    return await new Request(request.url, reading).formData()
  } catch (error) {
    if (seen > limit) throw tooLarge()
    throw error
  }
}

async function kindOf(bytes: Uint8Array): Promise<FileKind | null> {
  const found = await fileTypeFromBuffer(bytes)
  if (!found) return isText(bytes) ? 'text' : null
  const kind = (Object.keys(KINDS) as FileKind[]).find((name) => KINDS[name] === found.mime)
  return kind ?? null
}

/** Text in any encoding has no zero bytes and hardly any control characters. */
function isText(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, 4096)
  const strange = beginning.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length
  return !beginning.includes(0) && strange <= beginning.length / 100
}

/** The last part of a path, without control characters, short enough for every file system. */
function plainFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const plain = Array.from(last)
    .filter((sign) => sign >= ' ' && sign !== '\u007f')
    .join('')
    .trim()
  return plain.slice(-120) || 'file'
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 100_000) / 10
}

function tooLarge(): Response {
  return new Response(null, { status: 413, statusText: 'Content Too Large' })
}
