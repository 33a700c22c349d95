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

const licenceVendors = { none: [], tencent: ['tencent_cloud'] } as const

/** The desks of a deployment, the most preferred first; none where people check every company. */
export const companyDesksIn = ({ company }: { company: Pick<Terms, 'vendors'> }): CompanyDesk[] =>
  company.vendors.map(deskOf)

/** Every desk that there is an adapter for, of which a deployment may have given some up since. */
export const everyCompanyDesk: readonly CompanyDesk[] = [
  ...companyVendorNames.map(deskOf),
  ...Object.values(licenceVendors).flat().map(licenceDeskOf),
]

/** The desks of a deployment whose calls cost something: of looking companies up, and of reading licences. */
export const costlyDesksIn = ({ company }: { company: Pick<Terms, 'vendors' | 'licenceReader'> }): CompanyDesk[] => [
  ...companyDesksIn({ company }),
  ...licenceVendors[company.licenceReader].map(licenceDeskOf),
]

type Costs = Pick<Terms, 'cost' | 'dailySpend' | 'readingCost' | 'readingDailySpend'>

const isOfLicences = ({ name, vendor }: CompanyDesk): boolean => name === licenceDeskOf(vendor).name

/** What a call at a desk costs, in 1/10,000 yuan. */
export const costAtDesk = ({ cost, readingCost }: Pick<Costs, 'cost' | 'readingCost'>, desk: CompanyDesk): number =>
  ofName(isOfLicences(desk) ? readingCost : cost, desk.vendor) ?? 0

/** The limit of a desk's day; undefined where it has none, or a call costs nothing. */
export const companyLimitAt = (terms: Costs, desk: CompanyDesk): SpendLimit | undefined => {
  const sum = ofName(isOfLicences(desk) ? terms.readingDailySpend : terms.dailySpend, desk.vendor)
  if (sum === undefined) return undefined
  const { name } = desk
  return spendLimit(
    { vendorCost: { [name]: costAtDesk(terms, desk) }, identity: { dailySpend: { [name]: sum } } },
    name,
  )
}
