import { expect, test } from 'vitest'
import { checkUpload, readUploadForm } from '~/files/upload.server'
import { post } from '../support/as'
import { statusOf } from '../support/reply'

const limits = { maxBytes: 1000, allowed: ['pdf', 'text'] } as const
const pdf = (size = 100) =>
  new Uint8Array(size).fill(32).map((byte, at) => '%PDF-1.7\n'.charCodeAt(at) || byte)

test('the content decides what a file is, not its name', async () => {
  expect(await checkUpload(new File([pdf()], 'cv.exe'), limits)).toMatchObject({ ok: true, kind: 'pdf' })
  const program = new File([new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0])], 'cv.pdf', {
    type: 'application/pdf',
  })
  expect(await checkUpload(program, limits)).toEqual({ ok: false, problem: 'errors:file_type' })
})

test('plain text is text in any of the usual encodings', async () => {
  const latin = new Uint8Array([0x79, 0xf6, 0x74, 0x79, 0xf6])
  expect(await checkUpload(new File([latin], 'cv.txt'), limits)).toMatchObject({ ok: true, kind: 'text' })
})

test('a file over the limit is refused with the limit in megabytes', async () => {
  const checked = await checkUpload(new File([pdf(1_500_001)], 'cv.pdf'), { ...limits, maxBytes: 1_500_000 })
  expect(checked).toEqual({ ok: false, problem: 'errors:file_too_large|{"limit":1.5}' })
})

test('no file, or an empty one, is asked for again', async () => {
  expect(await checkUpload(null, limits)).toEqual({ ok: false, problem: 'errors:file_missing' })
  expect(await checkUpload(new File([], ''), limits)).toEqual({ ok: false, problem: 'errors:file_missing' })
})

test('a name that is a path is cut to its last part', async () => {
  const checked = await checkUpload(new File([pdf()], '../../etc/cv\u0000.pdf'), limits)
  expect(checked).toMatchObject({ name: 'cv.pdf' })
})

test('a body without a stated length is cut off at the limit', async () => {
  const small = await readUploadForm(post('/cv', { file: new File([pdf()], 'cv.pdf') }), limits)
  expect(small.get('file')).toBeInstanceOf(File)
  const large = post('/cv', { file: new File([new Uint8Array(300_000)], 'cv.pdf') })
  expect(await statusOf(() => readUploadForm(large, limits))).toBe(413)
})
