import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { FinnishBusinessIds } from 'finnish-business-ids'

export type CompanyFile = { path: string; rows: number }

/** Files of the business register, where somebody has laid them beside the project. */
const REGISTER = path.resolve('../shared/data/companies')

/**
 * Two lists of companies as they come: one with Finnish headings and commas, one with English headings, semicolons
 * and websites. The register's own where they are at hand, else invented ones of the same two shapes.
 */
export function companyFiles(folder: string): [CompanyFile, CompanyFile] {
  const ict = path.join(REGISTER, 'finnish-ict-companies-320.csv')
  const machines = path.join(REGISTER, 'finnish-machine-builders-160.csv')
  if (existsSync(ict) && existsSync(machines)) return [counted(ict), counted(machines)]

  mkdirSync(folder, { recursive: true })
  return [
    written(path.join(folder, 'ict.csv'), [
      'Y-tunnus,Nimi,Rekisteröintipäivä,Yhtiömuoto,Toimiala,Kaupunki,Katuosoite',
      ...Array.from(
        { length: 180 },
        (_, nth) =>
          `${newBusinessId()},Keksitty Pilvi ${nth + 1} Oy,2019-0${(nth % 9) + 1}-12,OY,Ohjelmistojen suunnittelu ja valmistus,ESPOO,Keksijänkatu ${nth + 1}`,
      ),
    ]),
    written(path.join(folder, 'machines.csv'), [
      'businessId;name;URL',
      ...Array.from(
        { length: 60 },
        (_, nth) => `${newBusinessId()};Keksitty Konepaja ${nth + 1} Oy;https://konepaja-${nth + 1}.example/`,
      ),
    ]),
  ]
}

/** A file of the last `rows` lines of another, with its headings. */
export function lastRowsOf({ path: from }: CompanyFile, rows: number, to: string): CompanyFile {
  const [headings = '', ...lines] = readFileSync(from, 'utf8').trim().split(/\r?\n/)
  mkdirSync(path.dirname(to), { recursive: true })
  return written(to, [headings, ...lines.slice(-rows)])
}

const newBusinessId = () => FinnishBusinessIds.generateBusinessId()

function written(file: string, lines: string[]): CompanyFile {
  writeFileSync(file, `${lines.join('\n')}\n`)
  return counted(file)
}

function counted(file: string): CompanyFile {
  return { path: file, rows: readFileSync(file, 'utf8').trim().split(/\r?\n/).length - 1 }
}
