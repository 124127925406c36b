/** Pages as a scanner makes them: our own text drawn into a picture, and the picture put into a PDF. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import type { Placed } from './sample-files'
import { assembleBinaryPdf } from './sample-files'

const WIDTH = 1654
const HEIGHT = 2339
const POINTS_TO_PIXELS = WIDTH / 595

/** A4 at 200 dots an inch, turned clockwise by quarters of a circle. */
export function pictureOf(
  page: Placed[],
  { kind = 'jpeg', quarters = 0 }: { kind?: 'jpeg' | 'png'; quarters?: 0 | 1 | 2 | 3 } = {},
): Uint8Array {
  const isOnSide = quarters % 2 === 1
  const canvas = isOnSide ? createCanvas(HEIGHT, WIDTH) : createCanvas(WIDTH, HEIGHT)
  const ink = canvas.getContext('2d')
  ink.translate(canvas.width / 2, canvas.height / 2)
  ink.rotate((quarters * Math.PI) / 2)
  ink.translate(-WIDTH / 2, -HEIGHT / 2)
  ink.fillStyle = '#fff'
  ink.fillRect(0, 0, WIDTH, HEIGHT)
  ink.fillStyle = '#000'
  const family = someFont()
  for (const { x, y, text, size = 10 } of page) {
    ink.font = `${size * POINTS_TO_PIXELS}px "${family}"`
    // No wider than the Helvetica that these pages are laid out for.
    const widest = 0.5 * size * text.length * POINTS_TO_PIXELS
    ink.fillText(text, x * POINTS_TO_PIXELS, HEIGHT - y * POINTS_TO_PIXELS, widest)
  }
  return kind === 'png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg', 85)
}

/** A PDF whose pages are pictures and nothing else. */
export function scanOf(pages: Placed[][]): Uint8Array {
  const objects: (string | Uint8Array)[] = ['<< /Type /Catalog /Pages 2 0 R >>']
  const kids = pages.map((_, index) => `${3 + index * 3} 0 R`).join(' ')
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  pages.forEach((page, index) => {
    const at = 3 + index * 3
    const picture = pictureOf(page)
    const draw = 'q 595 0 0 842 0 0 cm /Im Do Q'
    const head = `<< /Type /XObject /Subtype /Image /Width ${WIDTH} /Height ${HEIGHT} /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode /Length ${picture.length} >>\nstream\n`
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Im ${at + 2} 0 R >> >> /Contents ${at + 1} 0 R >>`,
      `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
      Buffer.concat([Buffer.from(head), picture, Buffer.from('\nendstream')]),
    )
  })
  return assembleBinaryPdf([...objects, '<< /Producer (scanner) >>'])
}

/** A font of this machine, or the one that the packaged browser brings. */
function someFont(): string {
  const [first] = GlobalFonts.families.filter(({ family }) => /sans|arial|helvetica/i.test(family))
  if (first) return first.family
  const { resolve } = createRequire(import.meta.url)
  const archive = join(dirname(resolve('@sparticuz/chromium')), '../../bin/fonts.tar.br')
  const tar = brotliDecompressSync(readFileSync(archive))
  for (let at = 0; at + 512 < tar.length; ) {
    const name = tar.toString('latin1', at, at + 100).replace(/\0.*$/, '')
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0
    if (/\.ttf$/i.test(name)) GlobalFonts.register(tar.subarray(at + 512, at + 512 + size), 'Scanned')
    at += 512 + Math.ceil(size / 512) * 512
  }
  return 'Scanned'
}
