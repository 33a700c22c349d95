import { createHash } from 'node:crypto'
import { type Clock, type Millis, SECOND } from '../kernel/time.ts'
import { type BinaryObjects, TooBig, type Uploads, type UploadTerms } from './binary.ts'

type Kept = { bytes: Uint8Array; type: string; etag: string; at: Millis }

/** Files in memory, for tests: the same contracts as the real ones. */
type MemoryBinary = BinaryObjects &
  Uploads & {
    files: Map<string, Kept>
    /** Posts a form, as a browser does: answers 204, or the status with which S3 refuses it. */
    post(fields: Readonly<Record<string, string>>, bytes: Uint8Array): number
  }

const fieldsOf = (terms: UploadTerms): Record<string, string> => ({
  key: terms.name,
  'Content-Type': terms.type,
  policy: JSON.stringify(terms),
})

const sameFields = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean =>
  JSON.stringify(Object.entries(one).toSorted()) === JSON.stringify(Object.entries(other).toSorted())

export const memoryBinary = (clock: Clock): MemoryBinary => {
  const files = new Map<string, Kept>()
  const keep = (name: string, bytes: Uint8Array, type: string): void => {
    const at = Math.floor(clock.now() / SECOND) * SECOND
    files.set(name, { bytes: bytes.slice(), type, etag: createHash('md5').update(bytes).digest('hex'), at })
  }
  return {
    files,
    put: async (name, bytes, type) => keep(name, bytes, type),
    async get(name, etag, most = Number.POSITIVE_INFINITY) {
      const found = files.get(name)
      if (!found || (etag !== undefined && etag !== found.etag)) return undefined
      if (found.bytes.length > most) throw new TooBig()
      return { bytes: found.bytes.slice(), etag: found.etag, at: found.at }
    },
    async head(name) {
      const found = files.get(name)
      return found && { etag: found.etag, size: found.bytes.length, at: found.at }
    },
    remove: async (name) => void files.delete(name),
    allow: async (terms) => ({ url: 'memory:', fields: fieldsOf(terms) }),
    post(fields, bytes) {
      const terms: UploadTerms = JSON.parse(fields.policy ?? '{}')
      if (!sameFields(fields, fieldsOf(terms)) || clock.now() >= terms.until) return 403
      if (bytes.length < terms.leastBytes || bytes.length > terms.mostBytes) return 400
      keep(terms.name, bytes, terms.type)
      return 204
    },
  }
}
