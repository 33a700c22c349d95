import { disclosing, itemsOf, type Permit } from '../../../functions/consent/permit.ts'

/** A permit for one picture of a licence, as the commit before a reading gives it. */
export const licencePermit = (recipient = 'tencent_cloud'): Permit =>
  disclosing(
    { id: 'c', accountId: 'a', purpose: 'company_check', items: itemsOf.company_check, notice: 'n' },
    { id: 'd', recipient, items: ['licence_picture'], material: 'm', at: 0 },
  ).permit
