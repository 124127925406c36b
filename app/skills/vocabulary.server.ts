import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseVocabulary, type Vocabulary } from './vocabulary'

export type LoadedVocabulary = {
  vocabulary: Vocabulary
  /** SHA-256 of the files read, hex; changes exactly when the vocabulary does. */
  hash: string
}

let builtIn: LoadedVocabulary | undefined
let inUse: Vocabulary | undefined

/**
 * The vocabulary in `db/reference/skills`, read once per process.
 * Throws an Error that names every faulty line: a vocabulary with faults is never half used.
 */
export function loadBuiltInVocabulary(): LoadedVocabulary {
  builtIn ??= readVocabulary(path.resolve('db/reference/skills'))
  return builtIn
}

/** The vocabulary this process finds skills by: the built-in one, with own additions once they have been read. */
export function loadVocabulary(): { vocabulary: Vocabulary } {
  return { vocabulary: inUse ?? loadBuiltInVocabulary().vocabulary }
}

/** From now on this process finds skills by `vocabulary`. What is worked out of it is worked out anew when first used. */
export function replaceVocabulary(vocabulary: Vocabulary): void {
  inUse = vocabulary
}

/** Reads all `*.txt` files of a folder as one vocabulary. Throws as `loadVocabulary` does. */
function readVocabulary(folder: string): LoadedVocabulary {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({
      name: path.basename(file, '.txt'),
      text: readFileSync(path.join(folder, file), 'utf8'),
    }))
  const { vocabulary, problems } = parseVocabulary(files)
  if (problems.length > 0) throw new Error(`Skill vocabulary has faults:\n${problems.join('\n')}`)

  const hash = createHash('sha256')
  for (const file of files) hash.update(file.name).update('\0').update(file.text).update('\0')
  return { vocabulary, hash: hash.digest('hex') }
}
