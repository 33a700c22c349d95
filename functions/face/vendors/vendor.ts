import type { Millis } from '../../../shared/kernel/time.ts'
import type { DataItem, Permit } from '../../consent/permit.ts'

/** What a vendor is told of somebody. Their face it takes itself, on its own page. */
export const itemsHandedOn = ['name', 'id_number'] as const satisfies readonly DataItem[]

/**
 * A confirmation to begin. `challenge`: our own number of it, good once, which the vendor keeps with it; `returnUrl`: where the vendor
 * leads the browser when it is done, which proves nothing; `userAgent`: of the browser that asks.
 */
export type Beginning = {
  person: { name: string; idNumber: string }
  challenge: string
  returnUrl: string
  userAgent: string
}

/** A begun confirmation: `url` is the page of the vendor to send the person to. After `readableUntil` nobody can ask what became of it. */
export type Token = { token: string; url: string; expiresAt: Millis; readableUntil: Millis }

/** Why a vendor does not begin with somebody: no photograph to compare with, too often today, or nobody here knows. */
export type NotTaken = 'no_photo' | 'too_often' | 'vendor_refused'

/**
 * How beginning ended. Nothing is charged for it, whichever way: an attempt is charged that a person makes on the vendor's page, and
 * nobody has the address of a token that did not arrive here. `not_begun`: documented or provable that nothing was done; `notSent`:
 * not even the data left us. `refused`: the vendor takes this person or these data not. `unknown`: nobody can tell. `elsewhere`:
 * another vendor may take them. `needsRepair`: it refuses us, whoever is to be confirmed, until a person mends something.
 */
export type Begun =
  | { kind: 'begun'; token: Token; vendorCode: string }
  | { kind: 'not_begun'; vendorCode: string; notSent?: true; needsRepair?: true }
  | { kind: 'refused'; because: NotTaken; elsewhere: boolean; vendorCode: string; needsRepair?: true }
  | { kind: 'unknown'; vendorCode: string }

/** Why an attempt did not pass, as people are told it: no code of any vendor says more. */
export const failures = [
  'not_live',
  'other_face',
  'identity_differs',
  'no_photo',
  'picture_unusable',
  'too_often',
  'risk_rule',
  'vendor_fault',
] as const
export type FailedBecause = (typeof failures)[number]

/** Attempts on a token that were charged so far, where the vendor says it. */
export type Charged = number | 'unknown'

/**
 * What a vendor says of a token. `confirmed`: a living person whose face is that of the person it was begun for; `challenge` and
 * `idNumber` are what the vendor says it was begun with, where it does; a function, so that nothing prints it. `failed`: the last attempt did not pass; unless `final` the
 * person may try again on the same token. `pending`: not finished, given up among them. `expired`: it can be used no more. `unknown`:
 * nobody can tell, ask again; `needsRepair` as above.
 */
export type Look =
  | { kind: 'confirmed'; charged: Charged; vendorCode: string; challenge?: string; idNumber?: () => string }
  | { kind: 'failed'; because: FailedBecause; final: boolean; charged: Charged; vendorCode: string }
  | { kind: 'pending' | 'expired'; charged: Charged; vendorCode: string }
  | { kind: 'unknown'; vendorCode: string; needsRepair?: true }

/** In which browser the page of a vendor works. */
export const placesOfVendors = ['wechat', 'any'] as const
export type FacePlace = (typeof placesOfVendors)[number]

/**
 * A vendor of confirmation by face. One call each, never a retry; never throws for what the vendor or network does. `begin` throws, and
 * sends nothing, without a permit for this vendor and these data. `look` hands on nothing of anybody but the vendor's own token, and
 * asks for no picture.
 */
export type FaceVendor = {
  vendor: string
  worksIn: FacePlace
  begin(beginning: Beginning, permit: Permit): Promise<Begun>
  look(token: string): Promise<Look>
}
