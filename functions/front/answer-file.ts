import * as z from 'zod/mini'
import type { Answer } from '../../shared/http/answer.ts'
import { type Encoding, encodingFor, isKnown } from './encoding.ts'

/** A file that was made when the function was built. `hash` changes with its content. */
export type BuiltFile = { hash: string; read(encoding: Encoding): Promise<Uint8Array> }

/**
 * Finds what was built by its name. `hashes`: of every file there is, as the build wrote them (infra/file-forms.ts); `read`: one of
 * them, or one of its forms (`name.br`). Throws for hashes that are none.
 */
export const filesOf = (hashes: unknown, read: (file: string) => Promise<Uint8Array>) => {
  const known = new Map(Object.entries(z.parse(z.record(z.string(), z.string()), hashes)))
  return (name: string): BuiltFile | undefined => {
    const hash = known.get(name)
    return hash === undefined
      ? undefined
      : { hash, read: (encoding) => read(encoding === 'identity' ? name : `${name}.${encoding}`) }
  }
}

type Headers = Readonly<Record<string, string | undefined>>

/**
 * A built file in the smallest form its caller takes, or 304 to whoever has it. `headers`: of the request, names in lower case.
 * `more`: what is said of it besides, its type first of all.
 */
export const answerFile = async (file: BuiltFile, headers: Headers, more: Record<string, string>): Promise<Answer> => {
  // Weak: the same file in another encoding has other bytes.
  const etag = `W/"${file.hash}"`
  const common = { ...more, etag, vary: 'accept-encoding' }
  if (isKnown(headers['if-none-match'], etag)) {
    const { 'content-type': _type, ...kept } = common as Record<string, string>
    return { status: 304, headers: kept }
  }
  const encoding = encodingFor(headers['accept-encoding'])
  const bytes = await file.read(encoding)
  return {
    status: 200,
    bytes,
    headers: {
      ...common,
      'x-content-type-options': 'nosniff',
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    },
  }
}
