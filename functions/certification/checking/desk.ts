import { ofName } from '../../../shared/kernel/settings.ts'
import { type SpendLimit, spendLimit } from '../../verification/vendors/spend.ts'
import { type CertificationSettings, companyVendorNames } from '../settings.ts'

/**
 * Where a vendor looks companies up. Its pauses and its costs are kept under a `name` of their own: a vendor that refuses us here may still
 * check people, who have paid for that. `vendor` is who gets what is handed on.
 */
export type CompanyDesk = { name: string; vendor: string }

type Terms = CertificationSettings['company']

const deskOf = (vendor: string): CompanyDesk => ({ name: `company_${vendor}`, vendor })

/** Where a vendor reads licences, whose costs are kept apart as well. */
export const licenceDeskOf = (vendor: string): CompanyDesk => ({ name: `licence_${vendor}`, vendor })

/** Where a vendor transfers small amounts to accounts of companies, whose pauses and costs are kept apart too. */
export const transferDeskOf = (vendor: string): CompanyDesk => ({ name: `transfer_${vendor}`, vendor })

const licenceVendors = { none: [], tencent: ['tencent_cloud'] } as const

const transferVendors = { none: [], sandbox: ['sandbox'] } as const

/** The desks of a deployment, the most preferred first; none where people check every company. */
export const companyDesksIn = ({ company }: { company: Pick<Terms, 'vendors'> }): CompanyDesk[] =>
  company.vendors.map(deskOf)

/** Every desk that there is an adapter for, of which a deployment may have given some up since. */
export const everyCompanyDesk: readonly CompanyDesk[] = [
  ...companyVendorNames.map(deskOf),
  ...Object.values(licenceVendors).flat().map(licenceDeskOf),
  ...Object.values(transferVendors).flat().map(transferDeskOf),
]

type Chosen = Pick<Terms, 'vendors' | 'licenceReader' | 'accountProver'>

/** The desks of a deployment whose calls cost something: of looking companies up, of reading licences, and of transferring to accounts. */
export const costlyDesksIn = ({ company }: { company: Chosen }): CompanyDesk[] => [
  ...companyDesksIn({ company }),
  ...licenceVendors[company.licenceReader].map(licenceDeskOf),
  ...transferVendors[company.accountProver].map(transferDeskOf),
]

type Prices = Pick<Terms, 'cost' | 'readingCost' | 'transferCost'>
type Costs = Prices & Pick<Terms, 'dailySpend' | 'readingDailySpend' | 'transferDailySpend'>

/** What is done at a desk, by its name. */
const doneAt = ({ name, vendor }: CompanyDesk): 'reading' | 'transfer' | 'check' => {
  if (name === licenceDeskOf(vendor).name) return 'reading'
  return name === transferDeskOf(vendor).name ? 'transfer' : 'check'
}

/** What a call at a desk costs, in 1/10,000 yuan. */
export const costAtDesk = ({ cost, readingCost, transferCost }: Prices, desk: CompanyDesk): number =>
  ofName({ check: cost, reading: readingCost, transfer: transferCost }[doneAt(desk)], desk.vendor) ?? 0

/** The limit of a desk's day; undefined where it has none, or a call costs nothing. */
export const companyLimitAt = (terms: Costs, desk: CompanyDesk): SpendLimit | undefined => {
  const { dailySpend: check, readingDailySpend: reading, transferDailySpend: transfer } = terms
  const sum = ofName({ check, reading, transfer }[doneAt(desk)], desk.vendor)
  if (sum === undefined) return undefined
  const { name } = desk
  return spendLimit(
    { vendorCost: { [name]: costAtDesk(terms, desk) }, identity: { dailySpend: { [name]: sum } } },
    name,
  )
}
