import type { Ids } from '../../../shared/kernel/ids.ts'
import { DAY, type Millis } from '../../../shared/kernel/time.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import { isSameText } from '../../account/api-keys/same-text.ts'

/** How long a browser is known in which somebody has signed in; begun anew by every sign-in. */
export const DEVICE_LASTS: Millis = 180 * DAY

const PURPOSE = 'operator_device'
const ID_BYTES = 16

/** `<id>.<MAC of name and id>`. */
const FORM = /^([\w-]{22})\.(.+)$/

/** The id of a device on which `name` has signed in before, by what it shows; undefined for anything else, also for somebody else's. */
export const knownDevice = (ring: KeyRing, name: string, shown: string | undefined): string | undefined => {
  const [, id, mac] = FORM.exec(shown ?? '') ?? []
  if (id === undefined || mac === undefined) return undefined
  return ring.macs(PURPOSE, name, id).filter((made) => isSameText(made, mac)).length > 0 ? id : undefined
}

/** What the device shows from now on, on which `name` has just signed in: the same device where it was known. */
export const deviceToken = (ring: KeyRing, name: string, ids: Ids, known?: string): string => {
  const id = known ?? ids.secret(ID_BYTES)
  return `${id}.${ring.mac(PURPOSE, name, id)}`
}

/** Where somebody is, so that the same place is known again and no address is written down. */
export const placeOf = (ring: KeyRing, addressGroup: string): string =>
  ring.mac('operator_place', addressGroup).slice(-PLACE_DIGITS)

const PLACE_DIGITS = 10
