import * as z from 'zod/mini'
import type { Pointer } from '../../../shared/table/work.ts'
import { idInUploadName } from '../file-names.ts'
import { materialKeys, materialWork } from '../keys.ts'

/** S3 sends it once, to find out whether the queue takes anything from it. */
const test = z.object({ Service: z.literal('Amazon S3'), Event: z.literal('s3:TestEvent') })

const event = z.object({ Records: z.array(z.unknown()) })

const posted = z.object({
  eventSource: z.literal('aws:s3'),
  eventName: z.literal('ObjectCreated:Post'),
  s3: z.object({ bucket: z.object({ name: z.string() }), object: z.object({ key: z.string() }) }),
})

/** Keys are encoded as in a form, where a plus is a blank; undefined for what is no such text. */
const decoded = (key: string): string | undefined => {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}

/**
 * The files that a message of S3 tells of, as work on them; no work for its test, and none for whatever is not ours: an event is a wake-up and
 * no more, so that what it says of a file is not looked at. `bucket`: whose files are ours; left out where the queue takes messages of no
 * other anyway. Undefined for what is no message of S3.
 */
export const readUploadEvent =
  (bucket?: string) =>
  (message: unknown): readonly Pointer[] | undefined => {
    if (z.safeParse(test, message).success) return []
    const { data } = z.safeParse(event, message)
    return data?.Records.flatMap((record) => {
      const { s3 } = z.safeParse(posted, record).data ?? {}
      const isOurs = s3 && (bucket === undefined || s3.bucket.name === bucket)
      const id = isOurs ? idInUploadName(decoded(s3.object.key) ?? '') : undefined
      return id === undefined ? [] : [materialWork.pointerTo(materialKeys.material(id))]
    })
  }
