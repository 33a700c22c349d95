import type { IncomingMessage } from 'node:http'
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import { CallerGone } from '../http-api/body.ts'
import { invalidArgument, PostRefusal } from './post-refusal.ts'

/** The fields before the file; their names in lower case, as S3 does not look at the case of one. */
export type PostFields = ReadonlyMap<string, string>

/** How many bytes the file may have. */
export type SizeRange = { least: number; most: number }

export type Posted = { fields: PostFields; bytes: Buffer }

/** Bytes that S3 takes as fields before the file. */
const FIELDS_LIMIT = 20 * 1024

const malformed = (): PostRefusal =>
  new PostRefusal('MalformedPOSTRequest', 400, 'The body of your POST request is not well-formed multipart/form-data.')
const notOneFile = (): PostRefusal => invalidArgument('POST requires exactly one file upload per request.', 'file')

const parserFor = ({ headers }: IncomingMessage): BusboyInstance => {
  const type = headers['content-type'] ?? ''
  if (!/^multipart\/form-data\s*(;|$)/i.test(type))
    throw new PostRefusal('PreconditionFailed', 412, 'At least one of the pre-conditions you specified did not hold', {
      Condition: 'Bucket POST must be of the enclosure-type multipart/form-data',
    })
  if (headers['content-length'] === undefined)
    throw new PostRefusal('MissingContentLength', 411, 'You must provide the Content-Length HTTP header.')
  try {
    const isPartAFile = (name: string | undefined) => name?.toLowerCase() === 'file'
    return new Busboy({ headers: { ...headers, 'content-type': type }, isPartAFile })
  } catch {
    throw malformed()
  }
}

/** Throws a PostRefusal for a file of another length than may be. */
const assertSize = (size: number, { least, most }: SizeRange): void => {
  const proposed = { ProposedSize: String(size) }
  if (size > most)
    throw new PostRefusal('EntityTooLarge', 400, 'Your proposed upload exceeds the maximum allowed size', {
      ...proposed,
      MaxSizeAllowed: String(most),
    })
  if (size < least)
    throw new PostRefusal('EntityTooSmall', 400, 'Your proposed upload is smaller than the minimum allowed size', {
      ...proposed,
      MinSizeAllowed: String(least),
    })
}

/** The fields of a form as they come; S3 says nothing of what it does with one that comes twice, and here that is refused. */
const collectFields = () => {
  const fields = new Map<string, string>()
  let length = 0
  const add = (name: string, value: string): void => {
    length += name.length + Buffer.byteLength(value)
    if (length > FIELDS_LIMIT)
      throw new PostRefusal(
        'MaxPostPreDataLengthExceededError',
        400,
        'Your POST request fields preceding the upload file were too large.',
      )
    if (fields.has(name.toLowerCase())) throw invalidArgument('A field was specified more than once.', name)
    fields.set(name.toLowerCase(), value)
  }
  return { fields, add }
}

/** The parts of a form as they come; `judge` is asked at the file, of which no more is kept than may be. */
const collectForm = (judge: (fields: PostFields) => SizeRange) => {
  const { fields, add } = collectFields()
  const parts: Buffer[] = []
  let size = 0
  let range: SizeRange | undefined
  return {
    field: (name: string, value: string): void => {
      // What follows the file is not looked at.
      if (!range) add(name, value)
    },
    file: (): void => {
      if (range) throw notOneFile()
      range = judge(fields)
    },
    take: (part: Buffer): void => {
      size += part.length
      if (range && size <= range.most) parts.push(part)
      else parts.length = 0
    },
    end: (): Posted => {
      if (!range) throw notOneFile()
      assertSize(size, range)
      return { fields, bytes: Buffer.concat(parts) }
    },
  }
}

/**
 * Reads a form with a file as it comes. `judge` says from the fields before the file how long that may be, or throws a PostRefusal. Throws a
 * PostRefusal itself for what is no such form, and for a file of another length; CallerGone where there is no end.
 */
export const receivePost = async (
  request: IncomingMessage,
  judge: (fields: PostFields) => SizeRange,
): Promise<Posted> => {
  const parser = parserFor(request)
  const form = collectForm(judge)
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const orRefuse = (run: () => void): void => {
    try {
      run()
    } catch (error) {
      reject(error)
    }
  }
  parser.on('field', (name, value) => orRefuse(() => form.field(name, value)))
  parser.on('file', (_name, file) => {
    orRefuse(form.file)
    file.on('data', form.take)
    // It is told by the parser, too.
    file.on('error', () => {})
  })
  parser.on('error', () => reject(malformed()))
  parser.on('finish', resolve)
  request.on('close', () => {
    if (!request.complete) reject(new CallerGone())
  })
  request.pipe(parser)
  await promise
  return form.end()
}
