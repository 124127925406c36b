import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A source file as the rules see it: its path from the root of the project, and its text. */
export type Source = { path: string; text: string }

/** The TypeScript files under `folder`, without what the build generates. */
export function sourcesIn(folder: string): Source[] {
  return pathsIn(folder)
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ path: file, text: readFileSync(file, 'utf8') }))
}

/** Every file under `folder`, with forward slashes, in a stable order. */
export function pathsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.posix.join(entry.parentPath.replaceAll(path.sep, '/'), entry.name))
    .sort()
}
