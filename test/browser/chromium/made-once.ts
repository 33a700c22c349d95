import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'

/**
 * The folder, filled by `make` where it does not exist yet. It appears whole or not at all, and several processes may ask at
 * the same time: what a name stands for must therefore follow from the name.
 */
export const madeOnce = async (folder: string, make: (fresh: string) => Promise<void>): Promise<string> => {
  if (existsSync(folder)) return folder
  const fresh = `${folder}.${randomUUID()}`
  await mkdir(fresh, { recursive: true })
  try {
    await make(fresh)
    await rename(fresh, folder)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    // Somebody else may have been faster.
    if (!existsSync(folder)) throw error
  }
  return folder
}
