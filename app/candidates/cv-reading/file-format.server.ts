import { fileTypeFromBuffer } from 'file-type'

import { CvRefusal } from './cv-refusal'

/** What the bytes hold. Europass and JSON Resume are told apart by their readers. */
type FileFormat = 'pdf' | 'docx' | 'odt' | 'rtf' | 'image' | 'xml' | 'json' | 'text'

// UTF-16LE, as stream names stand in the container that Office wraps around an encrypted document.
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le')
const TEXT_START_BYTES = 4096

/** Tells a file's format by its content, never by its name. Throws CvRefusal for all other formats. */
export async function detectFormat(bytes: Uint8Array): Promise<FileFormat> {
  // Some programs write a few bytes before the mark that a PDF should begin with.
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf'

  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  switch (found?.ext) {
    case 'pdf':
    case 'docx':
    case 'odt':
    case 'rtf':
    case 'xml':
      return found.ext
    case 'jpg':
    case 'png':
      return 'image'
    case 'cfb':
      throw new CvRefusal(Buffer.from(bytes).includes(ENCRYPTED_PACKAGE) ? 'encrypted' : 'not_a_cv_format')
    case undefined:
      return textFormat(bytes)
    default:
      throw new CvRefusal('not_a_cv_format')
  }
}

function textFormat(bytes: Uint8Array): FileFormat {
  const start = bytes.subarray(0, TEXT_START_BYTES)
  const isUtf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)
  if (!isUtf16 && start.includes(0)) throw new CvRefusal('not_a_cv_format')
  const text = decodeText(start).trimStart()
  const controls = text.match(/(?![\s])[\p{Cc}\uFFFD]/gu)?.length ?? 0
  if (controls > text.length / 50) throw new CvRefusal('not_a_cv_format')
  if (/^(?:<!doctype html|<html)/i.test(text)) throw new CvRefusal('not_a_cv_format')
  if (text.startsWith('{') || text.startsWith('[')) return 'json'
  return /^<(?:\?xml|[\w:]+[\s>])/.test(text) ? 'xml' : 'text'
}

/** Decodes UTF-8, UTF-16 by its mark, and otherwise Windows-1252, which old Finnish text files are in. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  // `stream` leaves a letter cut off at the end of a sample alone.
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
