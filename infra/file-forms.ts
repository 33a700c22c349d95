import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Assets } from './bundle.ts'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** The most that brotli can do; for megabytes it takes seconds. */
const BEST = 11

/** A file as it is, and in the forms in which it travels: `name`, `name.br` and `name.gzip`. `quality`: brotli's, 0 to 11. */
const formsOf = async (name: string, bytes: Uint8Array, quality = BEST): Promise<[string, Uint8Array][]> => {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  return [
    [name, bytes],
    [`${name}.br`, await brotli(bytes, { params })],
    [`${name}.gzip`, await zip(bytes, { level: 9 })],
  ]
}

const HASH_LENGTH = 16

/** Changes with the content of a file. */
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH)

/**
 * Files as a function answers them (functions/front/answer-file.ts): each in every form, and the hashes of all by their names in
 * `hashes.json`. `quality`: brotli's, 0 to 11.
 */
export const answerable = async (files: ReadonlyMap<string, Uint8Array>, quality?: number): Promise<Assets> => {
  const forms = await Promise.all([...files].map(([name, bytes]) => formsOf(name, bytes, quality)))
  const hashes = Object.fromEntries([...files].map(([name, bytes]) => [name, hashOf(bytes)]))
  return new Map([...forms.flat(), ['hashes.json', Buffer.from(JSON.stringify(hashes))]])
}
