import { ofName } from '../../../shared/kernel/settings.ts'
import { type SpendLimit, type SpendSettings, spendLimit } from '../../verification/vendors/spend.ts'
import type { FaceSettings } from '../settings.ts'

/**
 * Where a vendor confirms faces. Its pauses and its costs are kept under a `name` of their own: a vendor that refuses us here may
 * still check identities, which people have paid for. `vendor` is who gets what is handed on.
 */
export type Desk = { name: string; vendor: string }

const PREFIX = 'face_'

/** The desk of a vendor. */
export const deskOf = (vendor: string): Desk => ({ name: `${PREFIX}${vendor}`, vendor })

/** The desks of a deployment, the most preferred first; none where faces are not confirmed. */
export const desksIn = ({ face }: { face: Pick<FaceSettings['face'], 'vendors'> }): Desk[] => face.vendors.map(deskOf)

const named = (by: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(by).map(([vendor, amount]) => [deskOf(vendor).name, amount]))

/** The costs of face vendors as those of all vendors are told: by the name of the desk. In 1/10,000 yuan. */
const costsOfDesks = ({ face }: { face: Pick<FaceSettings['face'], 'cost' | 'dailySpend'> }): SpendSettings => ({
  vendorCost: named(face.cost),
  identity: { dailySpend: named(face.dailySpend) },
})

/** What an attempt at a desk costs. */
export const costAt = (face: Pick<FaceSettings['face'], 'cost'>, { vendor }: Desk): number =>
  ofName(face.cost, vendor) ?? 0

/** The limit of a desk; undefined where it has none. */
export const limitAt = (face: Pick<FaceSettings['face'], 'cost' | 'dailySpend'>, desk: Desk): SpendLimit | undefined =>
  spendLimit(costsOfDesks({ face }), desk.name)
