import type { PictureType, Refusal } from './picture.ts'

/** A file that may be sent, as what; or why it cannot be, which costs no upload. */
export type Prepared = { file: Blob; type: PictureType } | { because: Refusal }

/** Draws a picture anew, upright and no larger than is of use; undefined where the browser cannot. */
export type Redraw = (file: Blob) => Promise<Blob | undefined>

/** How the files begin that are taken, whatever they are called. */
const BEGINNINGS: readonly (readonly [PictureType, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
]

const typeOf = (bytes: Uint8Array): PictureType | undefined =>
  BEGINNINGS.find(([, begins]) => begins.every((byte, at) => bytes[at] === byte))?.[0]

const typeIn = async (file: Blob): Promise<PictureType | undefined> =>
  typeOf(new Uint8Array(await file.slice(0, 8).arrayBuffer()))

/** Bytes. A photograph of a phone is several times that, and nothing of it is needed: what is kept is 200 KB at most. */
const LIGHT = 1_500_000

/** Pixels of the longer side: more than the service keeps, so that nothing gets lost. */
export const LONGEST_SIDE = 2400

/** Width and height of a picture within `longest`; as they are where they fit. */
export const sizeWithin = (
  { width, height }: { width: number; height: number },
  longest: number,
): { width: number; height: number } => {
  const scale = Math.min(1, longest / Math.max(width, height, 1))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/**
 * The file as it is sent: drawn anew where it is heavy or of a kind that only this device reads, so that it comes within seconds over a
 * phone's network and brings no place of where it was taken; else as it is.
 */
export const prepareFile = async (file: Blob, redraw: Redraw): Promise<Prepared> => {
  if (file.size === 0) return { because: 'empty' }
  const type = await typeIn(file)
  const drawn = type === undefined || file.size > LIGHT ? await redraw(file) : undefined
  if (drawn && (type === undefined || drawn.size < file.size)) return { file: drawn, type: 'image/jpeg' }
  return type === undefined ? { because: 'wrong_format' } : { file, type }
}
