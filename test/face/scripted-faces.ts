import { demandPermit } from '../../functions/consent/permit.ts'
import { deskOf } from '../../functions/face/vendors/desk.ts'
import {
  type Beginning,
  type Begun,
  type FaceVendor,
  itemsHandedOn,
  type Look,
} from '../../functions/face/vendors/vendor.ts'
import type { Clock } from '../../shared/kernel/time.ts'
import { DAY, HOUR } from '../../shared/kernel/time.ts'

/** What a scripted vendor says of a token once somebody passed on it. */
export const passed = (of: Partial<Extract<Look, { kind: 'confirmed' }>> = {}): Look => ({
  kind: 'confirmed',
  charged: 1,
  vendorCode: '0',
  ...of,
})

export const notOver: Look = { kind: 'pending', charged: 0, vendorCode: 'no_attempt' }

/**
 * Vendors of faces, `first` and `second`. `beginning` and `looking` hold what they do instead, call by call; `says`: what is said of a
 * token otherwise. What they were asked is in `begun` and `looked`.
 */
export const scriptedFaces = (clock: Clock) => {
  const begun: (Beginning & { vendor: string; token: string })[] = []
  const looked: string[] = []
  const beginning: (() => Begun | Promise<Begun>)[] = []
  const looking: (() => Look | Promise<Look>)[] = []
  const says = new Map<string, Look>()
  const faceVendor = async (vendor: string): Promise<FaceVendor> => ({
    vendor,
    worksIn: vendor === 'first' ? 'wechat' : 'any',
    async begin(of, permit) {
      demandPermit(permit, vendor, itemsHandedOn)
      const token = `${vendor}-${begun.length + 1}`
      begun.push({ ...of, vendor, token })
      const line = beginning.shift()
      if (line) return line()
      const now = clock.now()
      const url = `https://${vendor}.example.com/${token}`
      return {
        kind: 'begun',
        token: { token, url, expiresAt: now + 2 * HOUR, readableUntil: now + 3 * DAY },
        vendorCode: 'begun',
      }
    },
    async look(token) {
      looked.push(token)
      return looking.shift()?.() ?? says.get(token) ?? notOver
    },
  })
  return { desks: [deskOf('first'), deskOf('second')], faceVendor, begun, looked, beginning, looking, says }
}
