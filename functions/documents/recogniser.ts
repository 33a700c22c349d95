import type { Millis } from '../../shared/kernel/time.ts'
import type { DataItem, DisclosureKnown, Permit } from '../consent/permit.ts'
import type { Unreadable } from './unreadable.ts'

/** Sides of an identity card: the one with the person, and the one that says who issued it and until when. */
export const cardSides = ['front', 'back'] as const
export type CardSide = (typeof cardSides)[number]

/**
 * What stands on the front. `idNumber` passed its check digit, and `birth` and `sex` are those that stand there, or else those of the number.
 * The rest is as it was read: undefined where nothing was. A name may lack characters that no dictionary of a reader has: it is compared,
 * never taken over.
 */
export type FrontRead = {
  side: 'front'
  idNumber: string
  name?: string
  sex: 'female' | 'male'
  /** YYYYMMDD. */
  birth: string
  nation?: string
  address?: string
}

/** What stands on the back. Days are YYYYMMDD; no `validUntil`: valid for life. */
export type BackRead = { side: 'back'; authority?: string; validFrom: string; validUntil?: string }

export type CardRead = FrontRead | BackRead

/** What a reader outside is handed of somebody. */
export const itemsHandedOn = ['document_pictures'] as const satisfies readonly DataItem[]

/**
 * What became of a picture. `refused`: it cannot be used, and a better one can. `unavailable`: nobody could look at it, which is no fault of the
 * person's and counts as no try. Of a reader outside besides: its code, what is certain of what it was handed, and that it refuses us, whoever is
 * read, until a person mends something.
 */
export type Recognition =
  | { kind: 'read'; card: CardRead }
  | { kind: 'refused'; because: Unreadable }
  | {
      kind: 'unavailable'
      vendorCode?: string
      handedOn?: Exclude<DisclosureKnown, 'answered'>
      needsRepair?: true
    }

/**
 * A picture that was taken in (a JPEG within the terms of materials), which side it should show, and the moment by which a card may be over.
 * `permit`: lets a reader outside be handed the picture once.
 */
export type Reading = { picture: Uint8Array; side: CardSide; now: Millis; permit?: Permit }

/**
 * Reads identity cards. Never throws for what is in a picture, nor for what a vendor or the network does. `recipient`: who is handed the picture,
 * by the vendor's name, where it leaves the house; that one throws, and sends nothing, without a permit.
 */
export type Recogniser = { recipient?: string; read(reading: Reading): Promise<Recognition> }
