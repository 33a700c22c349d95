import { demandPermit } from '../../../functions/consent/permit.ts'
import { deskOf } from '../../../functions/face/vendors/desk.ts'
import { type Begun, type FaceVendor, itemsHandedOn, type Look } from '../../../functions/face/vendors/vendor.ts'
import { DAY, HOUR, MINUTE, type Millis } from '../../../shared/kernel/time.ts'

/** One attempt on a token: whose face, and whether the vendor charges for it. */
export type Attempt = { at: Millis; passed: boolean; charged: boolean }

/** A token at a vendor. `last`: attempts on it end with the first, as at Alibaba Cloud. */
export type SimToken = {
  token: string
  vendor: string
  challenge: string
  idNumber: string
  url: string
  madeAt: Millis
  life: Millis
  last: boolean
  attempts: Attempt[]
}

export const VENDORS = ['first', 'second'] as const

const lives: Record<string, Millis> = { first: 2 * HOUR, second: 30 * MINUTE }
const READABLE = 3 * DAY

/** What a vendor does with the next call that reaches it, instead of what it should. */
export type Trouble = 'refuses_us' | 'busy' | 'no_photo' | 'garbage' | 'other_person'

/** The vendors of faces: they keep every token they make, whether or not its address arrived. */
export type FaceHouses = {
  tokens: SimToken[]
  begins: { vendor: string; challenge: string }[]
  /** What goes wrong with the next call of a vendor; nothing where it answers nothing. */
  trouble: (vendor: string, call: 'begin' | 'look') => Trouble | undefined
}

export const newHouses = (): FaceHouses => ({ tokens: [], begins: [], trouble: () => undefined })

/** Whether somebody can still try on it. */
export const isUsable = ({ madeAt, life, last, attempts }: SimToken, now: Millis): boolean =>
  now < madeAt + life && !attempts.some(({ passed }) => passed) && !(last && attempts.length > 0)

/** Somebody holds a face before the camera. */
export const attempt = (token: SimToken, passed: boolean, charged: boolean, now: Millis): void => {
  if (isUsable(token, now)) token.attempts.push({ at: now, passed, charged: charged || passed })
}

const begun = (houses: FaceHouses, vendor: string, of: { challenge: string; idNumber: string }, now: Millis): Begun => {
  houses.begins.push({ vendor, challenge: of.challenge })
  const trouble = houses.trouble(vendor, 'begin')
  if (trouble === 'refuses_us') return { kind: 'not_begun', vendorCode: 'arrears', needsRepair: true }
  if (trouble === 'busy') return { kind: 'not_begun', vendorCode: 'busy' }
  if (trouble === 'no_photo') return { kind: 'refused', because: 'no_photo', elsewhere: true, vendorCode: '417' }
  const token = `${vendor}-${houses.tokens.length}`
  const life = lives[vendor] ?? HOUR
  const url = `https://${vendor}.example.com/${token}`
  houses.tokens.push({ ...of, token, vendor, url, madeAt: now, life, last: vendor === 'second', attempts: [] })
  if (trouble === 'garbage') return { kind: 'unknown', vendorCode: 'not_json' }
  return {
    kind: 'begun',
    token: { token, url, expiresAt: now + life, readableUntil: now + READABLE },
    vendorCode: 'begun',
  }
}

const looked = (houses: FaceHouses, vendor: string, name: string, now: Millis): Look => {
  const trouble = houses.trouble(vendor, 'look')
  const token = houses.tokens.find((one) => one.token === name)
  if (trouble === 'garbage' || trouble === 'busy' || !token) return { kind: 'unknown', vendorCode: 'garbage' }
  if (trouble === 'refuses_us') return { kind: 'unknown', vendorCode: 'arrears', needsRepair: true }
  const charged = token.attempts.filter((one) => one.charged).length
  if (trouble === 'other_person')
    return { kind: 'confirmed', charged, vendorCode: '0', challenge: 'another', idNumber: () => '110101188001010011' }
  const last = token.attempts.at(-1)
  if (!last) return { kind: now < token.madeAt + token.life ? 'pending' : 'expired', charged, vendorCode: '17' }
  const { challenge, idNumber } = token
  if (last.passed) return { kind: 'confirmed', charged, vendorCode: '0', challenge, idNumber: () => idNumber }
  return { kind: 'failed', because: 'other_face', final: token.last, charged, vendorCode: '2016' }
}

/** A vendor as operations see it. */
export const houseNamed = (houses: FaceHouses, vendor: string, clock: { now: () => Millis }): FaceVendor => ({
  vendor,
  worksIn: 'any',
  async begin({ challenge, person }, permit) {
    demandPermit(permit, vendor, itemsHandedOn)
    return begun(houses, vendor, { challenge, idNumber: person.idNumber }, clock.now())
  },
  look: async (token) => looked(houses, vendor, token, clock.now()),
})

export const desks = VENDORS.map(deskOf)
