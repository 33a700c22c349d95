import type { DataItem, DisclosureKnown, Permit } from '../../consent/permit.ts'
import type { Billed } from '../../verification/check/checker.ts'
import type { RegisteredUntil } from './checker.ts'

/** What a reader of licences is handed: of a sole trader the picture names a person and where they trade. */
export const pictureHandedOn: readonly DataItem[] = ['licence_picture']

/**
 * What stands on a business licence, as it was read and normalised; undefined where nothing was. It prefills and is compared, and decides nothing:
 * readers lack rare characters. `registeredOn`: a Beijing day, YYYYMMDD.
 */
export type LicenceRead = {
  creditCode?: string
  companyName?: string
  legalRepresentative?: string
  registeredOn?: string
  registeredUntil?: RegisteredUntil
}

/** What of a picture a person should look at. `copy`: without colours, so it needs the company's red seal. `screen`: taken of a screen or of another picture. */
export const licenceDoubts = ['copy', 'screen'] as const
export type LicenceDoubt = (typeof licenceDoubts)[number]

/** Why a picture cannot be used, and a better one can. */
export const licenceUnreadables = ['not_a_licence', 'blurred', 'too_small', 'too_big', 'decode_failed'] as const
export type LicenceUnreadable = (typeof licenceUnreadables)[number]

/**
 * What became of a picture; one that was read is charged for, and of another `billed` says it where a document does. `unavailable`: nobody could look at it, which is no fault of whoever took it: `handedOn` is what is certain of it, and
 * `needsRepair` that the vendor refuses us until a person mends something.
 */
export type LicenceReading =
  | { kind: 'read'; licence: LicenceRead; doubts: readonly LicenceDoubt[] }
  | { kind: 'refused'; because: LicenceUnreadable; billed: Billed }
  | {
      kind: 'unavailable'
      vendorCode: string
      handedOn?: Exclude<DisclosureKnown, 'answered'>
      needsRepair?: true
      billed?: 'yes'
    }

/**
 * Reads business licences. `picture`: a JPEG within the terms of materials. Never throws for what is in it, nor for what the vendor or the network
 * does; throws, and sends nothing, without a permit for this vendor and `pictureHandedOn`.
 */
export type LicenceReader = {
  vendor: string
  read(picture: Uint8Array, permit: Permit): Promise<LicenceReading>
}
