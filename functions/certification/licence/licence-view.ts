import { unlikeLicence } from '../company/licence-comparison.ts'
import type { LicenceSeen } from './read-licence.ts'

type Typed = {
  creditCode?: string | undefined
  companyName?: string | undefined
  legalRepresentative?: string | undefined
}

/** What stands on a licence, as whoever uploaded it is shown it, beside what they typed; what was not typed is like everything. */
export const showLicence = ({ licence, doubts }: LicenceSeen, typed: Typed = {}) => ({
  licence: {
    creditCode: licence.creditCode ?? null,
    companyName: licence.companyName ?? null,
    legalRepresentative: licence.legalRepresentative ?? null,
    registeredOn: licence.registeredOn ?? null,
    registeredUntil: licence.registeredUntil ?? null,
  },
  doubts: [...doubts],
  unlike: [
    ...unlikeLicence(licence, {
      creditCode: typed.creditCode ?? licence.creditCode ?? '',
      companyName: typed.companyName ?? licence.companyName ?? '',
      legalRepresentative: typed.legalRepresentative ?? licence.legalRepresentative ?? '',
    }),
  ],
})
