import type { Consent } from '../../consent/consent.ts'
import { type Given, isNamed, itemsOf } from '../../consent/permit.ts'
import { askingIn } from '../methods.ts'
import type { AnyVerification } from '../owed/owed-verification.ts'

/** The vendors whom its notice names, of those that could be asked. */
export const namedVendors = <V extends { name: string }>(
  { consent }: Pick<AnyVerification, 'consent'>,
  vendors: readonly V[],
): V[] => vendors.filter(({ name }) => isNamed(consent, name))

/** The consent a verification was submitted with: it has that of nothing else, and so its number. */
export const consentFor = ({
  id,
  accountId,
  method,
  consent: { onRecord: _kept, ...consent },
}: Pick<AnyVerification, 'id' | 'accountId' | 'method' | 'consent'>): Given & Consent => {
  const purpose = askingIn(method).agreedTo
  return { id, accountId, purpose, items: itemsOf[purpose], ...consent }
}

/** The vendors whom its notice names for later looks at the number, of those that could be asked; none where it says nothing of looks. */
export const namedRecheckers = <V extends { name: string }>(
  { consent }: Pick<AnyVerification, 'consent'>,
  vendors: readonly V[],
): V[] => vendors.filter(({ name }) => consent.recheckers?.includes(name))

/** The same consent, as far as it is to later looks at the number. */
export const recheckConsent = (of: Pick<AnyVerification, 'id' | 'accountId' | 'method' | 'consent'>): Given => ({
  ...consentFor(of),
  purpose: 'number_recheck',
  items: itemsOf.number_recheck,
  recipients: of.consent.recheckers ?? [],
})
