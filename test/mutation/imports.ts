import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { textOf } from '../docs/repository.ts'

const OTHERS = /(?:\bfrom|\bimport|\bimport\()\s*'(\.{1,2}\/[^']+\.ts)'/g

const direct = new Map<string, string[]>()

/** The files of the repository that a file names in its imports, types among them; by their paths from the root. */
export const importsOf = (file: string): string[] => {
  const known = direct.get(file)
  if (known) return known
  const found = [...textOf(file).matchAll(OTHERS)].map(([, path = '']) => join(file, '..', path))
  const imports = [...new Set(found)].sort()
  direct.set(file, imports)
  return imports
}

const reached = new Map<string, ReadonlySet<string>>()

/** All files a file needs, itself among them. */
export const neededBy = (file: string): ReadonlySet<string> => {
  const known = reached.get(file)
  if (known) return known
  const all = new Set([file])
  for (const one of all) for (const other of importsOf(one)) all.add(other)
  reached.set(file, all)
  return all
}

/** A name for the state of some files that changes with any of them. */
export const stateOf = (files: Iterable<string>): string => {
  const hash = createHash('sha256')
  for (const file of [...files].sort()) hash.update(`${file}\0${textOf(file)}\0`)
  return hash.digest('hex')
}
