import type { CvReadingResult } from './cv-reading'
import { CvRefusal } from './cv-refusal'
import { readDocx } from './docx-text.server'
import { decodeText, detectFormat } from './file-format.server'
import { readOdt } from './odt-text.server'
import { readPdf } from './pdf-text.server'
import { readPlainText } from './plain-text'
import type { DocumentText } from './text-blocks'
import { understandCv } from './understand-cv'

/**
 * Reads a CV in this process, with no guard against a hostile file: `readCvFile` calls it in a process of its
 * own. Bad input gives a problem; an exception is a fault of the reader itself.
 */
export async function readCvBytes(bytes: Uint8Array): Promise<CvReadingResult> {
  try {
    return { reading: await readAnyFormat(bytes) }
  } catch (error) {
    if (error instanceof CvRefusal) return { problem: error.problem }
    throw error
  }
}

async function readAnyFormat(bytes: Uint8Array) {
  const format = await detectFormat(bytes)
  switch (format) {
    case 'pdf': {
      const pdf = await damagedUnlessRefused(() => readPdf(bytes))
      return understandCv(requireText(pdf), 'pdf')
    }
    case 'docx':
      return understandCv(requireText(readDocx(bytes)), 'docx')
    case 'odt':
      return understandCv(requireText(readOdt(bytes)), 'odt')
    case 'xml':
    case 'json':
      throw new CvRefusal('not_a_cv_format')
    case 'text': {
      const blocks = readPlainText(decodeText(bytes))
      return understandCv(requireText({ blocks, pages: null, hasPhoto: false, hasPictures: false }), 'text')
    }
  }
}

/** The PDF library throws many kinds of exceptions on broken files; all of them mean the same here. */
async function damagedUnlessRefused<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw error instanceof CvRefusal ? error : new CvRefusal('damaged')
  }
}

function requireText<T extends DocumentText>(document: T): T {
  if (document.blocks.length === 0) throw new CvRefusal(document.hasPictures ? 'scanned' : 'empty')
  return document
}
