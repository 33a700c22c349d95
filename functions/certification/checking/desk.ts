import { ofName } from '../../../shared/kernel/settings.ts'
import { type SpendLimit, spendLimit } from '../../verification/vendors/spend.ts'
import type { CertificationSettings } from '../settings.ts'

/**
 * Where a vendor looks companies up. Its pauses and its costs are kept under a `name` of their own: a vendor that refuses us here may still
 * check people, who have paid for that. `vendor` is who gets what is handed on.
 */
export type CompanyDesk = { name: string; vendor: string }

type Terms = CertificationSettings['company']

const PREFIX = 'company_'

const deskOf = (vendor: string): CompanyDesk => ({ name: `${PREFIX}${vendor}`, vendor })

/** The desks of a deployment, the most preferred first; none where people check every company. */
export const companyDesksIn = ({ company }: { company: Pick<Terms, 'vendors'> }): CompanyDesk[] =>
  company.vendors.map(deskOf)

/** The limit of a desk's day; undefined where it has none, or a call costs nothing. */
export const companyLimitAt = (
  { cost, dailySpend }: Pick<Terms, 'cost' | 'dailySpend'>,
  { name, vendor }: CompanyDesk,
): SpendLimit | undefined => {
  const sum = ofName(dailySpend, vendor)
  if (sum === undefined) return undefined
  return spendLimit(
    { vendorCost: { [name]: ofName(cost, vendor) ?? 0 }, identity: { dailySpend: { [name]: sum } } },
    name,
  )
}
