import type { Certificate } from '../certificate/certificate.ts'

/** What whoever administers an app can do about its certificate. */
export const waysOut = ['renew', 'appeal', 'ask_register', 'show_link', 'verify', 'apply_anew'] as const
export type WayOut = (typeof waysOut)[number]

type Now = { canAppeal: boolean; isOpen: boolean }

/** W7 whatever becomes of a certificate leads on: what can be done about it as it stands, the first at first. */
export const waysOn = (of: Pick<Certificate, 'status' | 'steps'>, { canAppeal, isOpen }: Now): WayOut[] => {
  const reason = of.steps.at(-1)?.reason
  const appeal: WayOut[] = canAppeal ? ['appeal'] : []
  if (of.status === 'valid') return isOpen ? ['renew'] : []
  if (of.status === 'expired') return ['renew']
  if (of.status === 'revoked') return [...(reason === 'identity_ended' ? ['verify' as const] : appeal), 'apply_anew']
  // What was wrong is put right, and then shown in the appeal.
  if (reason === 'company_not_operating') return ['ask_register', ...appeal]
  return [...(reason === 'page_without_link' ? ['show_link' as const] : []), ...appeal]
}
