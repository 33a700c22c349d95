import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** Where a file of the repository is, by its path from the root. */
export const pathOf = (file: string): string => join(ROOT, file)

/** The text of a file of the repository, by its path from the root. */
export const textOf = (file: string): string => readFileSync(pathOf(file), 'utf8')

/** The files that fit a pattern, by their paths from the root, in an order that is the same everywhere. */
export const filesLike = (pattern: string): string[] => globSync(pattern, { cwd: ROOT }).sort()
