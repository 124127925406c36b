import type { CvReading, CvReadingResult } from './cv-reading'
import { CvRefusal } from './cv-refusal'
import { readDocx } from './docx-text.server'
import { readEuropassJson, readEuropassXml } from './europass.server'
import { decodeText, detectFormat } from './file-format.server'
import { isJsonResume, readJsonResume } from './json-resume'
import { readOdt } from './odt-text.server'
import { readPdf } from './pdf-text.server'
import { readPlainText } from './plain-text'
import { readRtf } from './rtf-text'
import { type PageRead, readScan } from './scan-text.server'
import { documentOfStructuredCv, type StructuredCv } from './structured-cv'
import type { DocumentText } from './text-blocks'
import { understandCv } from './understand-cv'

// A long CV has 30,000 letters; understanding takes a time that grows with the text.
const MOST_LETTERS = 400_000
const MOST_BLOCKS = 20_000

/**
 * Reads a CV in this process, with no guard against a hostile file: `readCvFile` calls it in a process of its
 * own. Bad input gives a problem; an exception is a fault of the reader itself. Pictures of pages are read only
 * when `onScannedPage` is given: that takes seconds a page.
 */
export async function readCvBytes(
  bytes: Uint8Array,
  { onScannedPage }: { onScannedPage?: PageRead } = {},
): Promise<CvReadingResult> {
  try {
    return { reading: await readAnyFormat(bytes, onScannedPage) }
  } catch (error) {
    if (error instanceof CvRefusal) return { problem: error.problem }
    throw error
  }
}

async function readAnyFormat(bytes: Uint8Array, onScannedPage: PageRead | undefined): Promise<CvReading> {
  const format = await detectFormat(bytes)
  const readPictures = async (kind: 'pdf' | 'image', onPage: PageRead) =>
    understandCv(requireText(await damagedUnlessRefused(() => readScan(bytes, kind, onPage))), 'scan')
  switch (format) {
    case 'pdf': {
      const pdf = await damagedUnlessRefused(() => readPdf(bytes))
      // A Europass PDF carries the same CV as data; other attachments are not read.
      const europass = pdf.attachedXml === null ? null : readEuropassXmlOrNothing(pdf.attachedXml)
      if (europass) return understandCv({ ...documentOfStructuredCv(europass), pages: pdf.pages }, 'europass')
      if (onScannedPage && isScan(pdf)) return readPictures('pdf', onScannedPage)
      return understandCv(requireText(pdf), 'pdf')
    }
    case 'image':
      if (!onScannedPage) throw new CvRefusal('scanned')
      return readPictures('image', onScannedPage)
    case 'rtf':
      return understandCv(requireText(readRtf(bytes)), 'rtf')
    case 'docx':
      return understandCv(requireText(readDocx(bytes)), 'docx')
    case 'odt':
      return understandCv(requireText(readOdt(bytes)), 'odt')
    case 'xml': {
      const europass = readEuropassXml(decodeText(bytes))
      if (!europass) throw new CvRefusal('not_a_cv_format')
      return understandCv(requireText(documentOfStructuredCv(europass)), 'europass')
    }
    case 'json': {
      const document = parseJson(decodeText(bytes))
      const europass = readEuropassJson(document)
      if (europass) return understandCv(requireText(documentOfStructuredCv(europass)), 'europass')
      if (!isJsonResume(document)) throw new CvRefusal('not_a_cv_format')
      return understandCv(requireText(documentOfStructuredCv(readJsonResume(document))), 'json_resume')
    }
    case 'text': {
      const blocks = readPlainText(decodeText(bytes))
      return understandCv(requireText({ blocks, pages: null, hasPhoto: false, hasPictures: false }), 'text')
    }
  }
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    throw new CvRefusal('damaged')
  }
}

/** A broken attachment does not spoil the PDF around it. */
function readEuropassXmlOrNothing(source: string): StructuredCv | null {
  try {
    return readEuropassXml(source)
  } catch (error) {
    if (error instanceof CvRefusal) return null
    throw error
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

const isScan = (document: DocumentText) => document.blocks.length === 0 && document.hasPictures

function requireText<T extends DocumentText>(document: T): T {
  const letters = document.blocks.reduce((sum, block) => sum + block.text.length, 0)
  if (letters > MOST_LETTERS || document.blocks.length > MOST_BLOCKS) throw new CvRefusal('too_large')
  if (document.blocks.length === 0) throw new CvRefusal(isScan(document) ? 'scanned' : 'empty')
  return document
}
