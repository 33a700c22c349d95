import type { Millis } from '../kernel/time.ts'

/** A file that was found. `etag` stands for what is in it; `at` is when it was put, in whole seconds. */
export type Found = { bytes: Uint8Array; etag: string; at: Millis }

/** Files of bytes, by name. */
export type BinaryObjects = {
  /** In place of the one of that name, where there is one. `type`: its media type. */
  put(name: string, bytes: Uint8Array, type: string): Promise<void>
  /**
   * The file of that name; undefined where there is none (any more), or where an etag is given and it is another by now. Throws TooBig
   * for one of more than `most` bytes, of which none is read.
   */
  get(name: string, etag?: string, most?: number): Promise<Found | undefined>
  /** What is known of it without reading it; `size` in bytes. */
  head(name: string): Promise<{ etag: string; size: number; at: Millis } | undefined>
  /** One that is gone counts as removed. */
  remove(name: string): Promise<void>
}

/** A file has more bytes than whoever reads it can take. */
export class TooBig extends Error {
  override readonly name = 'TooBig'
}

/** What a form needs that uploads a file: where it is posted to, and its fields, all of them before the field `file`. */
export type Upload = { url: string; fields: Record<string, string> }

/** What may be uploaded: under that very name, of that very media type, of so many bytes, and before `until`. */
export type UploadTerms = { name: string; type: string; leastBytes: number; mostBytes: number; until: Millis }

/** Lets others put a file where they may put nothing else. */
export type Uploads = { allow(terms: UploadTerms): Promise<Upload> }
