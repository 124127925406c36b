export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

type FileText =
  | { ok: true; text: string; encoding: FileEncoding; byteOrderMark: boolean }
  | { ok: false; reason: 'empty' | 'not_text' }

/**
 * The text of an uploaded table and the encoding it was found to be in. Text that is not valid UTF-8 is
 * taken as Windows-1252, which is what Finnish Excel writes; a few broken characters in an otherwise
 * UTF-8 file leave it UTF-8, with U+FFFD in their place.
 */
export function readFileText(bytes: Uint8Array): FileText {
  if (bytes.length === 0) return { ok: false, reason: 'empty' }
  const byteOrderMark = byteOrderMarkEncoding(bytes)
  const encoding = byteOrderMark ?? unmarkedEncoding(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  if (text.trim() === '') return { ok: false, reason: 'empty' }
  if (!looksLikeText(text)) return { ok: false, reason: 'not_text' }
  return { ok: true, text, encoding, byteOrderMark: byteOrderMark !== null }
}

function byteOrderMarkEncoding(bytes: Uint8Array): FileEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function unmarkedEncoding(bytes: Uint8Array): FileEncoding {
  const sample = bytes.subarray(0, 4096)
  const zeroes: [number, number] = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeroes[at % 2 === 0 ? 0 : 1] += 1
  })
  // Latin text in UTF-16 has a zero in nearly every second byte.
  if (zeroes[1] > sample.length / 3) return 'utf-16le'
  if (zeroes[0] > sample.length / 3) return 'utf-16be'

  const lenient = new TextDecoder('utf-8').decode(bytes)
  const broken = lenient.match(/\ufffd/g)?.length ?? 0
  if (broken === 0) return 'utf-8'
  const accented = lenient.match(/[\u0080-\u07ff]/g)?.length ?? 0
  return accented > broken * 20 ? 'utf-8' : 'windows-1252'
}

function looksLikeText(text: string): boolean {
  const sample = text.slice(0, 4096)
  if (sample.startsWith('%PDF-')) return false
  const controls = sample.match(/[^\P{Cc}\t\n\r]/gu)?.length ?? 0
  return controls <= sample.length / 100
}
