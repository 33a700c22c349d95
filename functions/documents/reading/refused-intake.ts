import type { Material, MaterialRefusal } from '../../material/material.ts'
import type { Unreadable } from '../unreadable.ts'

/** What a photo that was refused when it was taken in is of the reasons of a card; undefined where it was nothing of the photo. */
const reasons: Readonly<Record<MaterialRefusal, Unreadable | undefined>> = {
  empty: 'decode_failed',
  too_big: 'too_big',
  too_many_pixels: 'too_big',
  too_small: 'too_small',
  wrong_format: 'wrong_format',
  decode_failed: 'decode_failed',
  not_read_in_time: undefined,
  animated: 'wrong_format',
  blurred: 'blurred',
  too_dark: 'too_dark',
  too_bright: 'glare',
  overwritten: undefined,
  late: undefined,
}

/** X1 why a photo of that account can be used by nobody, as it was refused when it was taken in. */
export const refusedIntake = ({ status, because }: Pick<Material, 'status' | 'because'>): Unreadable | undefined =>
  status === 'refused' && because !== undefined ? reasons[because] : undefined
