/** Why a picture is not taken. */
export const pictureRefusals = [
  'empty',
  'too_big',
  'too_many_pixels',
  'too_small',
  'wrong_format',
  'decode_failed',
  'not_read_in_time',
  'animated',
  'blurred',
  'too_dark',
  'too_bright',
] as const
export type PictureRefusal = (typeof pictureRefusals)[number]

/** Forms a picture may come in. Whatever it came in, a JPEG is kept. */
export const pictureTypes = ['image/jpeg', 'image/png'] as const
export type PictureType = (typeof pictureTypes)[number]

/**
 * What a picture must be. `mostBytes`, `mostPixels`: of what is sent. `leastSide`: px, the shorter side. `keptBytes`, `keptSide` (px, the longer
 * side): what is kept is made to fit them. `sharpness`: least variance. `dark`, `bright`: least and most mean brightness, 0 to 255.
 */
export type PictureTerms = {
  mostBytes: number
  mostPixels: number
  leastSide: number
  keptBytes: number
  keptSide: number
  sharpness: number
  dark: number
  bright: number
}

/** Of what is kept: px, px, variance of the Laplacian, 0 to 255, bytes. */
export type Measured = { width: number; height: number; sharpness: number; brightness: number; bytes: number }

export type TakenPicture =
  | { kind: 'taken'; bytes: Uint8Array; type: 'image/jpeg'; measured: Measured }
  | { kind: 'refused'; because: PictureRefusal }

/** A picture somebody sent, what they say it is, and what it must be. */
export type SentPicture = { bytes: Uint8Array; type: PictureType; terms: PictureTerms }
