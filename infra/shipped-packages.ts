import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Packages that look for files of their own beside their code, and start threads of it: they are deployed as they are, in the folder
 * `node_modules` of each function that can come to load them, where Node finds them. All that is needed of them, and under what licence.
 */
const shipped: Readonly<Record<string, readonly string[]>> = {
  'wasm-vips': ['package.json', 'LICENSE', 'THIRD-PARTY-NOTICES.md', 'lib/vips-node.mjs', 'lib/vips.wasm'],
}

/** Names of packages that bundles name and do not hold. */
export const shippedPackages: readonly string[] = Object.keys(shipped)

const PACKAGES = join(import.meta.dirname, '../node_modules')

/** Puts a package into the folder of a function. */
export const shipPackage = async (name: string, folder: string): Promise<void> => {
  const copy = async (file: string): Promise<void> => {
    const place = join(folder, 'node_modules', name, file)
    await mkdir(dirname(place), { recursive: true })
    await copyFile(join(PACKAGES, name, file), place)
  }
  await Promise.all((shipped[name] ?? []).map(copy))
}
