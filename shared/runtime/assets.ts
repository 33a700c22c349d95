import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from './environment.ts'

/** Beside the code of a function: files that were made when it was built. Lambda says where the code is. */
const folder = join(env('LAMBDA_TASK_ROOT'), 'assets')

/** The JSON in an asset, read at once. Throws where there is none: the function was built without. */
export const jsonAsset = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))

const kept = new Map<string, Promise<Uint8Array>>()

/** The bytes of an asset; read once. */
export const asset = (name: string): Promise<Uint8Array> => {
  const reading = kept.get(name) ?? readFile(join(folder, name))
  kept.set(name, reading)
  return reading
}
