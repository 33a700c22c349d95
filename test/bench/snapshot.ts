import { cp, mkdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

const SOURCES = [
  ...['clients', 'functions', 'infra', 'local', 'shared', 'web'],
  ...['package.json', 'package-lock.json', 'tsconfig.json'],
]

/** A copy of the sources that shares the installed packages: as after an install, and nothing of it is in use. */
export const snapshotIn = async (folder: string): Promise<string> => {
  const copy = join(folder, 'snapshot')
  await mkdir(copy)
  for (const source of SOURCES) await cp(join(ROOT, source), join(copy, source), { recursive: true })
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

/** Forgets everything that running in the copy has built. */
export const freshen = (copy: string): Promise<void> => rm(join(copy, '.build'), { recursive: true, force: true })
